import { wordsOfName } from '@ligature/identity-model';
import type { FeedField, KnownPerson, StatedPerson } from '@ligature/persistence';
import { FACTS } from './feed-fields.ts';
import type { Cells } from './feed-row.ts';
import { fieldFault } from './field-kinds.ts';

/** By what two people are told apart. */
export interface NamedPerson {
  readonly name: string;
  readonly mail: string;
}

/** A staff id that bears another name and another mail address than before. */
export interface OtherPerson {
  readonly staffId: string;
  readonly before: NamedPerson;
  readonly now: NamedPerson;
  /** Whoever signed in is known as their sign-in names them. */
  readonly hasSignedIn: boolean;
}

/** Who a row says the person is; undefined where it does not say both, or one of them is at fault. */
export function personNamedIn(cells: Cells): NamedPerson | undefined {
  const { givenName, familyName, mail } = cells;
  const name = cells.displayName ?? [givenName, familyName].filter(Boolean).join(' ');
  const isFaulty = TOLD_APART_BY.some((field) => fieldFault(cells[field] ?? '', FACTS[field]) !== undefined);
  return name === '' || mail === undefined || isFaulty ? undefined : { name, mail };
}

const TOLD_APART_BY: readonly FeedField[] = ['displayName', 'givenName', 'familyName', 'mail'];

/** Whether both the name and the mail address differ: one of them alone may be a spelling, or an address more. */
export function isSomebodyElse(one: NamedPerson, other: NamedPerson): boolean {
  return !hasSameMail(one, other) && !hasSameName(one, other);
}

export function isAlike(one: NamedPerson, other: NamedPerson): boolean {
  return hasSameMail(one, other) && hasSameName(one, other);
}

function hasSameMail(one: NamedPerson, other: NamedPerson): boolean {
  return one.mail.toLowerCase() === other.mail.toLowerCase();
}

/** Whatever the order of its words, their case and accents. */
function hasSameName(one: NamedPerson, other: NamedPerson): boolean {
  return wordsOfName(one.name).toSorted().join(' ') === wordsOfName(other.name).toSorted().join(' ');
}

/** Those of the known who are somebody else by what is stated of them now. */
export function otherPeople(known: readonly KnownPerson[], stated: readonly StatedPerson[]): OtherPerson[] {
  const statedBy = new Map(stated.map((person) => [person.staffId, person]));
  return known.flatMap(({ staffId, hasSignedIn, ...before }) => {
    const { displayName: name, mail } = statedBy.get(staffId) ?? {};
    if (typeof name !== 'string' || typeof mail !== 'string') return [];
    const now = { name, mail };
    const isOther = hasSignedIn ? sharesNoWord(before, now) : true;
    return isOther && isSomebodyElse(before, now) ? [{ staffId, before, now, hasSignedIn }] : [];
  });
}

/** Directories write names otherwise than HR does: only a name of other words is another one. */
function sharesNoWord(one: NamedPerson, other: NamedPerson): boolean {
  const words = wordsOfName(one.name);
  return !wordsOfName(other.name).some((word) => words.includes(word));
}
