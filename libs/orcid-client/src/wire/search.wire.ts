import type { FoundPerson, OrcidId } from '@ligature/orcid-model';
import { at as jsonAt, objectIn } from './json.ts';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { count, orcidId } from './scalar.wire.ts';
import { text } from './text.wire.ts';
import { readOnly, readRequired, type Wire } from './wire.ts';

/** Some of what a search found. */
export interface SearchPage<T> {
  /** How many there are on all pages. */
  readonly total: number;
  readonly found: readonly T[];
}

/** ORCID writes null, not an empty list, when nobody was found. */
function pageOf<T>(member: string, one: Wire<T>): (json: unknown) => SearchPage<T> {
  const page = object<SearchPage<T>>({ total: at('num-found', count), found: at(member, list(one)) });
  return (json) => readRequired(page, objectIn(json));
}

const identifier = readOnly<OrcidId>({
  read: (json) => orcidId.read(jsonAt(json, ['orcid-identifier'])),
  nothing: () => orcidId.nothing(),
});

const person = object<FoundPerson>({
  orcid: at('orcid-id', orcidId),
  givenNames: maybe('given-names', text()),
  familyNames: maybe('family-names', text()),
  creditName: maybe('credit-name', text()),
  otherNames: at('other-name', list(text())),
  emails: at('email', list(text())),
  institutions: at('institution-name', list(text())),
});

export const readIds = pageOf('result', identifier);
export const readPeople = pageOf('expanded-result', person);
