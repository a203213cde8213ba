import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

export const CodeExchangeSchema = defineEntity({
  name: 'CodeExchange',
  tableName: 'code_exchange',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    /** SHA-256 of institution and state, by which a page that is loaded again is known. */
    stateHash: p.text().unique(),
    begunAt: p.datetime(),
    /** When it was known that ORCID's answer did not reach us, or could not be kept. */
    lostAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['personId'] }],
});

/**
 * A code that was sent to ORCID and of which nobody knows yet what became: written before it is sent, deleted when that is
 * known. One that stays is a permission that may stand at ORCID and that we do not have.
 */
export class CodeExchange extends CodeExchangeSchema.class {}

CodeExchangeSchema.setClass(CodeExchange);
