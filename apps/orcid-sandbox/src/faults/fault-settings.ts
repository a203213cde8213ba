import { z } from 'zod';
import { type ErrorCode, ERRORS } from '../api/error-table.ts';
import { EFFECTS } from './effects.ts';

/** Which calls are hit. */
const selectors = {
  method: z.string().toUpperCase().optional(),
  path: z
    .string()
    .optional()
    .describe('A regular expression over the path below the prefix of its host, e.g. /employment$'),
  host: z.enum(['site', 'api', 'pub']).optional(),
  clientId: z.string().optional(),
  orcid: z.string().optional(),
  token: z.string().min(1).optional().describe('One access token.'),
  share: z.number().min(0).max(1).optional().describe('Of all tokens so many, always the same ones: 0.5 is half.'),
};

/** When, and how often. */
const times = {
  skip: z.number().int().min(0).default(0).describe('How many matching calls are spared first.'),
  every: z.number().int().positive().default(1).describe('Then every n-th matching call is hit.'),
  times: z.number().int().positive().optional().describe('How often at most; until it is deleted when absent.'),
  from: z.iso.datetime().optional().describe('Simulated time.'),
  until: z.iso.datetime().optional(),
  forSeconds: z.number().positive().optional().describe('Until so many seconds of simulated time from now.'),
};

const error = z.custom<ErrorCode>((code) => typeof code === 'number' && code in ERRORS, {
  error: 'must be an error of ORCID, e.g. 9018',
});

/** What the effects need to know. */
const details = {
  latencyMs: z.number().int().min(0).default(1000).describe('For `latency` and `authorization-server-slow`.'),
  lagSeconds: z.number().positive().default(5).describe('For `replica-lag`, in simulated time.'),
  error: error.default(9008).describe('What `refuse` says.'),
  carriedOut: z.boolean().default(false).describe('Whether `odd-server-error` comes after the call was carried out.'),
  advanceSeconds: z.number().default(3600),
  reason: z.enum(['USER_REVOKED', 'CLIENT_REVOKED', 'STAFF_REVOKED', 'RECORD_DEACTIVATED']).default('USER_REVOKED'),
};

export const faultSchema = z
  .strictObject({ effect: z.enum(EFFECTS), ...selectors, ...times, ...details })
  .refine(({ until, forSeconds }) => until === undefined || forSeconds === undefined, 'either until or forSeconds');
export type FaultSettings = z.output<typeof faultSchema>;
