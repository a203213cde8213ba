import { Logger } from '@nestjs/common';
import { maskErrors } from './mask-errors.ts';

describe('what the admin API shows of an error', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it.each(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED'])(
    'is its message when whoever asked can do something about it: %s',
    (code) => {
      const shown = maskErrors({ message: 'Send less.', path: ['people'], extensions: { code } }, new Error());
      expect(shown).toEqual({ message: 'Send less.', path: ['people'], extensions: { code } });
    },
  );

  it('is each reason of class-validator', () => {
    const originalError = { message: ['first must not be greater than 200', 'after must be a string'] };
    const formatted = { message: 'Bad Request Exception', extensions: { code: 'BAD_REQUEST', originalError } };
    expect(maskErrors(formatted, new Error()).message).toBe(
      'first must not be greater than 200; after must be a string',
    );
  });

  it.each([undefined, 'INTERNAL_SERVER_ERROR', 'ECONNREFUSED'])('is only a code for the log otherwise: %s', (code) => {
    const formatted = {
      message: 'password authentication failed for user "x"',
      ...(code && { extensions: { code, stacktrace: ['at secret.ts'] } }),
    };
    expect(maskErrors(formatted, new Error())).toEqual({
      message: 'Something went wrong here.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', incident: expect.stringMatching(/^[A-Z]{10}$/) as string },
    });
  });
});
