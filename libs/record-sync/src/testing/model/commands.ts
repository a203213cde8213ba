import type { Scope } from '@ligature/orcid-model';
import fc from 'fast-check';
import { command } from './command.ts';
import type { Expectations } from './expectations.ts';
import { FAULTS, type PlannedFault } from './faults.ts';
import type { Life } from './life.ts';
import { feedOf, type Key, keyIn, KEYS, sectionOf } from './statements.ts';

const key = fc.constantFrom(...KEYS);
/** After how many steps the process dies, if it does. */
const death = fc.option(fc.nat({ max: 70 }), { nil: undefined, freq: 3 });
const scopes = fc.constantFrom<(readonly Scope[])[]>(
  ['/read-limited', '/activities/update', '/person/update'],
  ['/read-limited', '/activities/update', '/person/update'],
  ['/read-limited', '/activities/update'],
);
const minutes = fc.constantFrom(1, 61, 25 * 60);

const variant = fc.nat({ max: 3 });

/** Jobs that an export lists, each once. */
const listed = fc.uniqueArray(
  fc.record({ key: fc.constantFrom(...KEYS.filter((one) => feedOf(one) === 'hr')), variant, hasEnded: fc.boolean() }),
  { selector: ({ key: of }) => of, maxLength: 3 },
);

const FEED = [
  command('state', [key, variant, fc.boolean()], (of, which, ends) => (life, expected) => {
    const hasEnded = ends && sectionOf(of) === 'employment';
    return life.state(expected.state({ key: of, variant: which, hasEnded }, true), true);
  }),
  command('withdraw', [key], (of) => (life, expected) => {
    const statement = expected.statementOf(of);
    return statement && life.state(expected.state(statement, false), false);
  }),
];

/** Less often than single statements: it takes as long as some of them. */
const IMPORTS = [
  command('import', [listed], (jobs) => (life, expected) => {
    for (const job of jobs) expected.state(job, true);
    expected.endJobsBut(jobs.map(({ key: of }) => of));
    return life.importExport(jobs);
  }),
];

const PERSON = [
  command('connect', [scopes, death], (permitted, dies) => (life) => life.connect(permitted, dies)),
  command('disconnect', [death], (dies) => (life) => life.disconnect(dies)),
  command('revoke', [], () => (life) => life.revokeAtOrcid()),
  command('remove', [key], (of) => (life, expected) => removeByOwner(life, expected, of)),
  command('copy', [key], (of) => (life) => {
    copyByOwner(life, of);
  }),
  command('allowAgain', [key], (of) => (life, expected) => allowAgain(life, expected, of)),
];

const fault = fc.record<PlannedFault>({
  fault: fc.constantFrom(...FAULTS),
  on: fc.constantFrom('write', 'write', 'read'),
  after: fc.nat({ max: 2 }),
});
const mishap = fc.option(fault, { nil: undefined, freq: 1 });

const OURS = [
  command('sync', [death, mishap], (dies, goesWrong) => (life) => {
    if (goesWrong !== undefined) life.model.orcid.plan(goesWrong);
    return life.sync(dies);
  }),
  command('check', [death, mishap], (dies, goesWrong) => (life) => {
    if (goesWrong !== undefined) life.model.orcid.plan(goesWrong);
    return life.check(dies);
  }),
  command('sweep', [death], (dies) => (life) => life.sweep(dies)),
  command('endRetiredTokens', [death], (dies) => (life) => life.endRetiredTokens(dies)),
  command('release', [], () => (life) => life.release()),
  command('changeClient', [], () => (life) => life.changeClient()),
  command('loseItems', [], () => async (life, expected) => {
    await life.loseItems();
    expected.itemsLost(life.record);
  }),
  command('pass', [minutes], (some) => (life) => {
    life.pass(some);
  }),
];

const ORCID = [
  command('cannotCheckTokens', [fc.boolean()], (cannot) => (life) => {
    life.model.orcid.cannotCheckTokens = cannot;
  }),
  command('lock', [fc.boolean()], (isLocked) => (life) => {
    if (life.record.state !== 'deactivated') life.record.state = isLocked ? 'locked' : 'open';
  }),
  command('deactivate', [fc.boolean()], (isDeactivated) => (life, expected) => {
    if (isDeactivated) expected.deactivated();
    if (isDeactivated) life.deactivate();
    else life.record.state = 'open';
  }),
  command('lag', [], () => (life) => {
    life.record.lagUntil(life.model.clock.now().getTime() + HALF_AN_HOUR);
  }),
];

const HALF_AN_HOUR = 30 * 60_000;

/** One life: what happens in it, in order. */
export type Happenings = Iterable<fc.AsyncCommand<Expectations, Life>>;

/** Everything that can happen, what is usual more often. */
export function happenings(longest: number, replayPath?: string): fc.Arbitrary<Happenings> {
  const [connect] = PERSON;
  const [sync, check] = OURS;
  const often = [connect, sync, sync, sync, check].flatMap((one) => one ?? []);
  const all = [...often, ...FEED, ...FEED, ...FEED, ...IMPORTS, ...PERSON, ...OURS, ...ORCID];
  return fc.commands<Expectations, Life, false>(all, {
    maxCommands: longest,
    size: '+1',
    ...(replayPath !== undefined && { replayPath }),
  });
}

async function removeByOwner(life: Life, expected: Expectations, of: Key): Promise<void> {
  const found = life.record.standing.find(({ client, json }) => client !== undefined && keyIn(json) === of);
  if (found === undefined) return;
  // While a removal of ours is open nobody can tell whose it was that took it.
  const isKnown = (await life.items()).some(
    (item) => item.key === of && item.putCode === found.putCode && item.open !== 'remove',
  );
  life.record.removeByOwner(found);
  if (isKnown && expected.isWanted(of)) expected.ownerRefuses(of);
}

/** The owner enters the same by themselves. */
function copyByOwner({ record, model }: Life, of: Key): void {
  const found = record.standing.find(({ client, json }) => client !== undefined && keyIn(json) === of);
  if (found !== undefined) record.create(found.section, undefined, found.json, model.orcid.nextPutCode());
}

/** A click on *Add it again*. */
async function allowAgain(life: Life, expected: Expectations, of: Key): Promise<void> {
  const found = (await life.items()).find(({ key: known, state }) => known === of && state === 'removedByOwner');
  if (found !== undefined && (await life.allowAgain(found.id))) expected.ownerAllows(of);
}
