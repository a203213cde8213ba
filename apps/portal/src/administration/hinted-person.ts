import type { Connection, Person } from '@ligature/persistence';

/** A person of whom the identity provider says an ORCID iD, beside what they themselves have proved. */
export interface HintedPerson {
  readonly id: string;
  readonly name: string;
  /** As the provider said it: nobody has proved that it is theirs. */
  readonly hint: string;
  readonly connected: 'not' | 'same' | 'other';
}

/** @param connections the latest of each person */
export function hintedPerson(
  { id, displayName, orcidHint }: Pick<Person, 'id' | 'displayName' | 'orcidHint'>,
  connections: readonly Pick<Connection, 'personId' | 'orcid' | 'endedBy'>[],
): HintedPerson {
  const hint = orcidHint ?? '';
  const active = connections.find(({ personId, endedBy }) => personId === id && endedBy == null);
  const connected = active === undefined ? 'not' : active.orcid === hint ? 'same' : 'other';
  return { id, name: displayName ?? '', hint, connected };
}
