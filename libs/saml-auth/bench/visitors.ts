import type { PortalClient } from './portal-client.ts';
import { HOSTILE, hostileAnswer } from './refusal-time.ts';
import { signedAnswer } from './signed-answer.ts';

export interface SignIns {
  readonly times: number[];
  failed: number;
}

/** Milliseconds of honest answers during an attack, and of the attack's own. */
export interface Attacked {
  readonly attacked: readonly number[];
  readonly refused: readonly number[];
}

/** People whom one provider vouches for, and those who only say so. */
export class Visitors {
  private readonly portal: PortalClient;
  private readonly privateKey: string;
  private known = 0;

  constructor(portal: PortalClient, privateKey: string) {
    [this.portal, this.privateKey] = [portal, privateKey];
  }

  /** People sign in, so many at once, until enough have or there is no need any more. */
  async signIn(count: number, atOnce: number, isNeeded = () => true): Promise<SignIns> {
    const result: SignIns = { times: [], failed: 0 };
    let left = count;
    const one = async (): Promise<void> => {
      while (left-- > 0 && isNeeded()) await this.signInOnce(result);
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return result;
  }

  /** @returns how many of the copies were let in */
  async postCopies(copies: number): Promise<number> {
    const begun = await this.portal.begin();
    const answer = signedAnswer(begun, begun.requestId, this.privateKey);
    const answers = await Promise.all(Array.from({ length: copies }, () => this.portal.answer(answer, begun)));
    return answers.filter(({ status }) => status === 303).length;
  }

  /** Hostile messages of all kinds arrive at once, and honest people, three at a time, until all of those are refused. */
  async signInUnderAttack(attacks: number): Promise<Attacked> {
    const messages = [];
    for (let at = 0; at < attacks; at++) {
      const begun = await this.portal.begin();
      const kind = HOSTILE[at % HOSTILE.length];
      if (kind !== undefined)
        messages.push({ begun, answer: hostileAnswer(begun, begun.requestId, this.privateKey, kind) });
    }
    const refused: number[] = [];
    const attack = messages.map(async ({ begun, answer }) => {
      const [status, time] = await timed(async () => (await this.portal.answer(answer, begun)).status);
      if (status === 400) refused.push(time);
    });
    let isOver = false;
    const honest = this.signIn(Infinity, 3, () => !isOver);
    await Promise.all(attack);
    isOver = true;
    return { attacked: (await honest).times, refused };
  }

  private async signInOnce(result: SignIns): Promise<void> {
    const begun = await this.portal.begin();
    const answer = signedAnswer(begun, begun.requestId, this.privateKey, { person: `u-${this.known++}` });
    const [{ session }, time] = await timed(() => this.portal.answer(answer, begun));
    result.times.push(time);
    if (!(await this.portal.isSignedIn(session))) result.failed++;
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  return [await work(), performance.now() - begun];
}
