import { type Role, ROLES } from '@ligature/identity-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

export const AccessKeySchema = defineEntity({
  name: 'AccessKey',
  tableName: 'access_key',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    /** Whose key, or which script's. */
    name: p.text(),
    role: p.enum(ROLES),
    /** SHA-256 of the key, hex; the key itself is shown once, when it is made. */
    keyHash: p.text().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['institutionId', 'name'] }],
});

/** A key with which an administrator's program uses the admin API. */
export class AccessKey extends AccessKeySchema.class {
  constructor(given: {
    institutionId: string;
    name: string;
    role: Role;
    keyHash: string;
    createdAt: Date;
    expiresAt: Date;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.name = given.name;
    this.role = given.role;
    this.keyHash = given.keyHash;
    this.createdAt = given.createdAt;
    this.expiresAt = given.expiresAt;
  }
}

AccessKeySchema.setClass(AccessKey);
