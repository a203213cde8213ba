import { includesScope, scopeNeededFor } from '@ligature/orcid-model';
import type { ActiveConnection, KnownItem, Life } from './life.ts';
import { MODEL_SECTIONS } from './sections.ts';
import type { SimulatedRecord, StandingItem } from './simulated-record.ts';
import { feedOf, type Key, keyIn, KEYS, says, sectionOf, type Statement } from './statements.ts';

/** What is said now, and what the owner decided: all that the oracle knows. */
export class Expectations {
  private readonly stated = new Map<Key, { readonly statement: Statement; readonly isWanted: boolean }>();
  /** Items that the owner removed while we asserted them and knew of them: not written again. */
  private readonly refusedByOwner = new Set<Key>();
  /** What stood there when the items were lost: until it is found again it is nobody's. */
  private lost = new Set<string>();
  private seen = new Set<string>();
  private wasDeactivated = false;

  statementOf(key: Key): Statement | undefined {
    return this.stated.get(key)?.statement;
  }

  isWanted(key: Key): boolean {
    return this.stated.get(key)?.isWanted === true;
  }

  state(statement: Statement, isWanted: boolean): Statement {
    this.stated.set(statement.key, { statement, isWanted });
    if (!isWanted) this.refusedByOwner.delete(statement.key);
    return statement;
  }

  /** An export no longer lists the other jobs that it stated: they have ended. */
  endJobsBut(listed: readonly Key[]): void {
    for (const [key, { statement, isWanted }] of this.stated)
      if (isWanted && feedOf(key) === 'hr' && !listed.includes(key)) this.state({ ...statement, hasEnded: true }, true);
  }

  ownerRefuses(key: Key): void {
    this.refusedByOwner.add(key);
  }

  /** From now on nobody can tell what its owner took off from what ORCID cleared. */
  deactivated(): void {
    this.wasDeactivated = true;
  }

  /** What was decided is forgotten with the items. */
  itemsLost(record: SimulatedRecord): void {
    this.refusedByOwner.clear();
    for (const { putCode } of record.standing) this.lost.add(putCode);
  }

  ownerAllows(key: Key): void {
    this.refusedByOwner.delete(key);
  }

  /** What holds at any time. */
  async verify(life: Life): Promise<void> {
    const ours = life.record.standing.filter(({ client }) => client !== undefined);
    const known = await life.items();
    for (const key of KEYS)
      atMostOne(
        key,
        ours.filter((item) => !this.cannotBeFound(item, known)),
      );
    for (const item of ours) this.verifyStanding(item, known);
    for (const item of known) verifyRemoval(item, life);
  }

  /** What holds when nothing goes wrong any more and all is done. */
  async verifySettled(life: Life): Promise<void> {
    const connection = await life.connection();
    if (connection === undefined || !life.isPermitted(connection)) return;
    const known = await life.items();
    for (const key of KEYS) this.verifyWritten(key, life, known, connection);
  }

  /** Lost, and without an identifier: whatever else is wanted in its place is another item. */
  private cannotBeFound({ putCode, section }: StandingItem, known: readonly KnownItem[]): boolean {
    const isLost = this.lost.has(putCode) && !known.some((item) => item.putCode === putCode);
    return isLost && MODEL_SECTIONS[section].half === 'person';
  }

  private verifyStanding({ putCode, json }: StandingItem, known: readonly KnownItem[]): void {
    const key = keyIn(json);
    const isKnown =
      this.lost.has(putCode) ||
      known.some((item) => item.key === key && (item.putCode === putCode || item.open !== null));
    if (!isKnown) throw new Error(`We lost put-code ${putCode} of ${key}.`);
    if (this.seen.has(putCode)) return;
    this.seen.add(putCode);
    if (key !== undefined && this.refusedByOwner.has(key) && !this.wasDeactivated)
      throw new Error(`${key} is back, though its owner removed it.`);
  }

  /** What is asserted and bears an identifier of ours is found again, however it was lost. */
  private mustBeFound({ section }: StandingItem, key: Key): boolean {
    return this.isWanted(key) && MODEL_SECTIONS[section].half === 'activities';
  }

  private verifyWritten(key: Key, life: Life, known: readonly KnownItem[], connection: ActiveConnection): void {
    const ofKey = known.filter((item) => item.key === key);
    const isLost = ({ putCode }: StandingItem): boolean =>
      this.lost.has(putCode) && !known.some((item) => item.putCode === putCode);
    const standing = life.record.standing.filter(
      (item) =>
        item.client !== undefined && keyIn(item.json) === key && !(isLost(item) && !this.mustBeFound(item, key)),
    );
    const statement = this.statementOf(key);
    if (!includesScope(connection.scopes, scopeNeededFor(sectionOf(key)))) return;
    if (ofKey.some((item) => isForAPerson(item, life, connection))) return;
    if (this.isWanted(key) && ofKey.some(({ state }) => state === 'notOurs'))
      throw new Error(`${key} is given up as not ours, though we can move it: ${JSON.stringify({ standing, ofKey })}`);
    if (statement === undefined || !this.isWanted(key)) {
      if (standing.length > 0) throw new Error(`${key} stands there, and nobody asserts it.`);
    } else if (standing.length !== 1 || !standing.every(({ json }) => says(json, statement))) {
      throw new Error(`${key} should say ${JSON.stringify(statement)}: ${JSON.stringify({ standing, ofKey })}`);
    }
  }
}

/** Only a person can say what is to become of it (docs/record-items.md). */
function isForAPerson(item: KnownItem, life: Life, connection: ActiveConnection): boolean {
  return item.state === 'removedByOwner' || (item.state === 'notOurs' && isOutOfReach(item, life, connection));
}

/**
 * It stands there with another source, which we can do nothing about: its owner's, or a client's of which we hold no token any
 * more that removes it. Or it stood there so until its owner took it off, which we cannot see.
 */
function isOutOfReach({ key, putCode }: KnownItem, life: Life, { clientId }: ActiveConnection): boolean {
  if (putCode === null) return false;
  const found = life.record.standing.find((item) => item.putCode === putCode && item.section === sectionOf(key));
  if (found === undefined) return life.record.endOf(putCode) === 'owner';
  const { client, section } = found;
  return client !== clientId && (client === undefined || !life.canRemove(client, section));
}

function atMostOne(key: Key, ours: readonly StandingItem[]): void {
  const standing = ours.filter(({ json }) => keyIn(json) === key);
  if (standing.length > 1) throw new Error(`${standing.length} of ${key} stand there.`);
}

/** Only of what its owner removed may we say that they did. */
function verifyRemoval({ key, state, putCode }: KnownItem, { record }: Life): void {
  if (state !== 'removedByOwner' || putCode === null || record.endOf(putCode) === 'owner') return;
  throw new Error(`The owner is said to have removed ${key} (put-code ${putCode}), and did not.`);
}
