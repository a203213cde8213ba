import { jest } from '@jest/globals';

/** No test says how fast a machine must be: this is only when to stop waiting for one that hangs. */
jest.setTimeout(120_000);
