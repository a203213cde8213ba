import type { ShownConnection, PersonRow } from '@ligature/persistence';

/** A person of whom the identity provider says an ORCID iD, beside what they themselves have proved. */
export interface HintedPerson {
  readonly id: string;
  readonly name: string;
  /** As the provider said it: nobody has proved that it is theirs. */
  readonly hint: string;
  readonly connected: 'not' | 'same' | 'other';
}

/** @param connection their latest, active or ended */
export function hintedPerson(
  { id, displayName, orcidHint }: Pick<PersonRow, 'id' | 'displayName' | 'orcidHint'>,
  connection: Pick<ShownConnection, 'orcid' | 'endedBy'> | undefined,
): HintedPerson {
  const hint = orcidHint ?? '';
  const isActive = connection !== undefined && connection.endedBy == null;
  const connected = !isActive ? 'not' : connection.orcid === hint ? 'same' : 'other';
  return { id, name: displayName ?? '', hint, connected };
}
