import type { OrcidGrant } from '@ligature/orcid-client';
import type { Request, Response } from 'express';
import passport from 'passport';
import type { OrcidStrategy } from './orcid.strategy.ts';

/** What passport says of an answer. */
export interface PassportResult {
  readonly grant?: OrcidGrant;
  readonly failure?: unknown;
  readonly refused: boolean;
}

type Middleware = (request: Request, response: Response, next: (error: unknown) => void) => void;

/** Resolves with what passport says; at the beginning of an authorization, once the redirect was sent. */
export function authenticate(
  strategy: OrcidStrategy,
  options: object,
  request: Request,
  response: Response,
): Promise<PassportResult> {
  return new Promise((resolve, reject) => {
    const done = (failure: unknown, grant?: OrcidGrant | false): void => {
      if (grant) resolve({ grant, refused: false });
      else resolve({ failure, refused: failure === null || failure === undefined });
    };
    response.once('finish', () => {
      resolve({ refused: false });
    });
    (passport.authenticate(strategy, { session: false, ...options }, done) as Middleware)(request, response, reject);
  });
}
