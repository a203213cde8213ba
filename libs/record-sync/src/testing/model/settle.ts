import type { Life } from './life.ts';

/** A job that fails is done again; a removal needs two looks; a wave needs a release. More rounds than that are a circle. */
const MAX_ROUNDS = 12;
const DAY_AND_AN_HOUR = 25 * 60;
const HALF_AN_HOUR = 31;

/** Nothing goes wrong any more, and every task of the product runs until nothing changes. */
export async function settle(life: Life): Promise<void> {
  life.model.orcid.healthy();
  life.record.state = 'open';
  let before = await pictureOf(life);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    life.pass(DAY_AND_AN_HOUR);
    const failures = [await checkUntilSure(life), await life.sync(), await life.sweep(), await life.endRetiredTokens()];
    const released = await life.release();
    const failure = failures.findLast((one) => one !== undefined);
    const now = await pictureOf(life);
    if (now === before && failure === undefined && released === undefined) return;
    if (round === MAX_ROUNDS - 1) throw new Error('It never comes to rest.', { cause: failure });
    before = now;
  }
}

/** What is in doubt is asked about every half hour, as the queue would. */
async function checkUntilSure(life: Life): Promise<unknown> {
  let failure = await life.check();
  for (let again = 0; again < 2 && (await life.isDoubted()); again++) {
    life.pass(HALF_AN_HOUR);
    failure = await life.check();
  }
  return failure;
}

async function pictureOf(life: Life): Promise<string> {
  return JSON.stringify([await life.items(), life.record.writes, await life.connection()]);
}
