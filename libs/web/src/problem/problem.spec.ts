import { ForbiddenException, InternalServerErrorException } from '@nestjs/common';
import { toProblem } from './problem.ts';

class CodedError extends Error {
  constructor(readonly code: string) {
    super('words for the log');
  }
}

const table = { 'already-used': 409, 'orcid-unavailable': 503 } as const;

describe('a problem', () => {
  it('has the status that belongs to its code', () => {
    expect(toProblem(new CodedError('already-used'), table)).toEqual({ status: 409, code: 'already-used' });
  });

  it('has an incident when it is no fault of the visitor, so that the log can be asked', () => {
    expect(toProblem(new CodedError('orcid-unavailable'), table)).toEqual({
      status: 503,
      code: 'orcid-unavailable',
      incident: expect.stringMatching(/^[A-Z]{10}$/) as string,
    });
  });

  it.each([new Error('a secret'), new CodedError('ECONNRESET'), 'a thrown string', undefined])(
    'is ours when nobody knows it: %s',
    (thrown) => {
      expect(toProblem(thrown, table)).toMatchObject({ status: 500, code: 'internal' });
      expect(JSON.stringify(toProblem(thrown, table))).not.toContain('secret');
    },
  );

  it('takes the code of a refusal that names one, and else its status', () => {
    expect(toProblem(new ForbiddenException('form-expired'), table)).toEqual({ status: 403, code: 'form-expired' });
    expect(toProblem(new ForbiddenException('Some words.'), table)).toEqual({ status: 403, code: 'http-403' });
    expect(toProblem(new InternalServerErrorException(), table)).toMatchObject({ status: 500, code: 'http-500' });
  });
});
