import { defineEntity, p } from '@mikro-orm/postgresql';

/** What a one-time record is for. Records of one purpose are invisible to another. */
export const ONE_TIME_PURPOSES = [
  'saml-request',
  'saml-assertion',
  'saml-logout',
  'oauth-transaction',
  'oauth-answer',
] as const;

export type OneTimePurpose = (typeof ONE_TIME_PURPOSES)[number];

export const OneTimeRecordSchema = defineEntity({
  name: 'OneTimeRecord',
  tableName: 'one_time_record',
  properties: {
    purpose: p.enum(ONE_TIME_PURPOSES).primary(),
    /** SHA-256 of the key, hex; the key itself travels with the browser. */
    keyHash: p.text().primary(),
    payload: p.json<object>(),
    expiresAt: p.datetime(),
  },
  indexes: [{ properties: ['expiresAt'] }],
});

/** Something that may be used once: a pending sign-in, a seen assertion, a begun authorization. */
export class OneTimeRecord extends OneTimeRecordSchema.class {}

OneTimeRecordSchema.setClass(OneTimeRecord);
