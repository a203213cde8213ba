import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_SECTIONS, type Section } from '@ligature/orcid-model';

const LIBS = path.resolve(import.meta.dirname, '../..');

/** Everything but tests and what tests are made of. */
const SOURCES = ['orcid-model', 'orcid-client'].flatMap((lib) =>
  globSync(`${lib}/src/**/*.ts`, { cwd: LIBS }).filter((file) => !/spec\.ts$|\/testing\//.test(file)),
);

/** Files in which the section is named: as a text, or as a member. */
function filesThatName(section: Section): string[] {
  const name = new RegExp(String.raw`['"\`]${section}['"\`]|^ *(readonly )?${section}:(?! at\(| maybe\()`, 'm');
  return SOURCES.filter((file) => name.test(readFileSync(path.join(LIBS, file), 'utf8'))).sort();
}

const RULES = 'orcid-model/src/sections.ts';
const CONTENT = 'orcid-model/src/section-content.ts';
const WIRES = 'orcid-client/src/wire/section-wires.ts';
/** ORCID's list of what a notification may announce. */
const NOTIFIED = 'orcid-model/src/permission-notification.ts';
/** Rules for places and organisations, which are stricter for two of the seven affiliations. */
const PLACES = 'orcid-client/src/wire/affiliation.wire.ts';

const affiliation = [NOTIFIED, RULES];
const activity = [CONTENT, NOTIFIED, RULES, WIRES];
const person = [CONTENT, RULES, WIRES];

/** A new section costs two lines, a wire and a type of content; what is listed beyond that is what ORCID names so. */
const FILES: Readonly<Record<Section, readonly string[]>> = {
  distinction: affiliation,
  education: [...affiliation, PLACES],
  employment: [...affiliation, PLACES, 'orcid-client/src/wire/record-summary.wire.ts'],
  'invited-position': affiliation,
  membership: affiliation,
  qualification: affiliation,
  service: affiliation,
  work: [...activity, 'orcid-client/src/calls/work-calls.ts'],
  funding: activity,
  'peer-review': activity,
  'research-resource': person,
  'researcher-url': person,
  'external-identifier': person,
  keyword: person,
  'other-name': [
    ...person,
    'orcid-client/src/wire/record.wire.ts',
    'orcid-client/src/wire/search.wire.ts',
    'orcid-model/src/orcid-record.ts',
  ],
  // The record's list of e-mail addresses has a member of that name.
  address: [...person, 'orcid-client/src/calls/record-state-calls.ts', 'orcid-model/src/orcid-record.ts'],
};

describe('a section', () => {
  it.each(ALL_SECTIONS)('is named in few files of the model and the client: %s', (section) => {
    expect(filesThatName(section)).toEqual([...FILES[section]].sort());
  });
});
