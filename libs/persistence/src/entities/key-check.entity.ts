import { defineEntity, p } from '@mikro-orm/postgresql';

export const KeyCheckSchema = defineEntity({
  name: 'KeyCheck',
  tableName: 'key_check',
  properties: {
    /** The variable that the key is set by. */
    name: p.text().primary(),
    /** Made with the key; says nothing of it. */
    digest: p.text(),
  },
});

/** By which key of the deployment, of those that must never change, this database is used. */
export class KeyCheck extends KeyCheckSchema.class {}

KeyCheckSchema.setClass(KeyCheck);
