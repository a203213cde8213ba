import { SAML } from '@node-saml/node-saml';
import { SignOnBench } from './sign-on-bench.ts';
import { signedAnswer } from './signed-answer.ts';

const MESSAGES = 100;
const MAX_PASSES = 9;

export interface AssertionCost {
  /** Time of a whole sign-in over that of the library's validation: middle, lowest and highest of all rounds. */
  readonly ratio: readonly [number, number, number];
  readonly bareMs: number;
}

/** The same answers, validated by the bare library and taken in by us, in turns so that both see the same machine. */
export async function measureAssertionCost(): Promise<AssertionCost> {
  const bench = await SignOnBench.prepare();
  await measureRound(bench);
  const rounds = [];
  for (let round = 0; round < MAX_PASSES; round++) rounds.push(await measureRound(bench));
  return {
    ratio: spread(rounds.map(({ bareMs, ourMs }) => ourMs / bareMs)),
    bareMs: spread(rounds.map(({ bareMs }) => bareMs / MESSAGES))[0],
  };
}

async function measureRound(bench: SignOnBench): Promise<{ readonly bareMs: number; readonly ourMs: number }> {
  const begun = await Promise.all(Array.from({ length: MESSAGES }, () => bench.begin()));
  const answers = begun.map(({ requestId }) => signedAnswer(bench, requestId, bench.privateKey));
  let [bareMs, ourMs] = [0, 0];
  for (const [at, { finish }] of begun.entries()) {
    const answer = answers[at] ?? '';
    bareMs += await timeOf(() => bareLibrary(bench).validatePostResponseAsync({ SAMLResponse: answer }));
    ourMs += await timeOf(async () => {
      if ((await finish(answer)) !== 'signed-in') throw new Error('An honest answer was refused.');
    });
  }
  return { bareMs, ourMs };
}

/** As passport-saml has it for several providers: an object for each request. */
function bareLibrary({ audience, acsUrl, issuer, certificatePem }: SignOnBench): SAML {
  return new SAML({
    issuer: audience,
    audience,
    callbackUrl: acsUrl,
    idpIssuer: issuer,
    idpCert: certificatePem,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    acceptedClockSkewMs: 60_000,
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function spread(values: readonly number[]): [number, number, number] {
  const sorted = values.toSorted((one, other) => one - other);
  return [sorted[Math.floor(sorted.length / 2)] ?? NaN, sorted[0] ?? NaN, sorted.at(-1) ?? NaN];
}
