import { expect, jest } from '@jest/globals';
import { testLimitMs } from './time-limits.ts';

jest.setTimeout(testLimitMs(expect.getState().testPath ?? ''));

/** `npm run soak` runs property tests longer, except those that say themselves how often. */
const runs = process.env['TEST_PROPERTY_RUNS'];
if (runs !== undefined) (await import('fast-check')).configureGlobal({ numRuns: Number(runs) });
