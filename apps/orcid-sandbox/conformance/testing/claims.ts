import { type Reply } from '../../testing/http-client.ts';
import { isRemote, openTarget, Session } from './target.ts';

type Check = (session: Session) => Promise<void>;

/** One claim about ORCID, and where it is known from. Never weakened to make it pass: a difference is our bug. */
export interface Claim {
  (text: string, source: string, check: Check): void;
  /** For what needs the simulator's own people, or a second client. */
  local(text: string, source: string, check: Check): void;
}

export function claims(subject: string, state: (claim: Claim) => void): void {
  describe(subject, () => {
    let session: Session;
    beforeAll(async () => {
      session = new Session(await openTarget());
    });
    afterAll(() => session.end());
    const define =
      (run: typeof test) =>
      (text: string, source: string, check: Check): void => {
        run(`${text} [${source}]`, () => check(session));
      };
    state(Object.assign(define(test), { local: define(isRemote ? test.skip : test) }));
  });
}

/** An error in ORCID's own shape, by status and code. */
export function expectError(reply: Reply, status: number, code: number): void {
  const body = reply.json as Record<string, unknown> | undefined;
  expect([reply.status, body?.['response-code'], body?.['error-code']]).toEqual([status, status, code]);
}
