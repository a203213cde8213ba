import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_SECTIONS, type Section } from '@ligature/orcid-model';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/**
 * The product, but for simulators, which share nothing with us, migrations, which are history, tests, and what tests are
 * made of.
 */
const SOURCES = globSync(['libs/*/src/**/*.{ts,tsx}', 'apps/{portal,admin-api,scheduler}/src/**/*.{ts,tsx}'], {
  cwd: ROOT,
}).filter((file) => !/spec\.tsx?$|\/(testing|migrations)\//.test(file));

/** Where a member that is named like a section is one. Elsewhere English words such as `address` and `service` are members. */
const SECTIONS_AS_MEMBERS = /^libs\/orcid-(model|client)\/|\/texts\//;

/** Files in which the section is named: as a text, or as a member. */
function filesThatName(section: Section): string[] {
  const text = String.raw`['"\`]${section}['"\`]`;
  const member = String.raw`^ *(readonly )?${section}:(?! at\(| maybe\()`;
  return SOURCES.filter((file) => {
    const name = new RegExp(SECTIONS_AS_MEMBERS.test(file) ? `${text}|${member}` : text, 'm');
    return name.test(readFileSync(path.join(ROOT, file), 'utf8'));
  }).sort();
}

const RULES = 'libs/orcid-model/src/sections.ts';
const CONTENT = 'libs/orcid-model/src/section-content.ts';
const WIRES = 'libs/orcid-client/src/wire/section-wires.ts';
/** What it is called, in every language: for the portal's pages. */
const TEXTS = ['de', 'en', 'es', 'fr'].map((language) => `apps/portal/src/texts/${language}.ts`);
/** ORCID's list of what a notification may announce. */
const NOTIFIED = 'libs/orcid-model/src/permission-notification.ts';
/** Rules for places and organisations, which are stricter for two of the seven affiliations. */
const PLACES = 'libs/orcid-client/src/wire/affiliation.wire.ts';

/** HR exports state employments, and nothing else. */
const HR = ['stated-sections', 'feed-row', 'renumbered-jobs'].map((name) => `libs/assertions/src/${name}.ts`);

const affiliation = [NOTIFIED, RULES, ...TEXTS];
const activity = [CONTENT, NOTIFIED, RULES, WIRES, ...TEXTS];
const person = [CONTENT, RULES, WIRES, ...TEXTS];

/**
 * A new section costs two lines, a wire, a type of content, and its name in each language, among the portal's texts: no other file of
 * an app, no feature, no migration.
 * What is listed beyond that is what ORCID names so.
 */
const FILES: Readonly<Record<Section, readonly string[]>> = {
  distinction: affiliation,
  education: [...affiliation, PLACES],
  employment: [...affiliation, ...HR, PLACES, 'libs/orcid-client/src/wire/record-summary.wire.ts'],
  'invited-position': affiliation,
  membership: affiliation,
  qualification: affiliation,
  // The check of this process, for load balancers.
  service: [...affiliation, 'libs/web/src/health/health.controller.ts'],
  work: [...activity, 'libs/orcid-client/src/calls/work-calls.ts'],
  funding: activity,
  'peer-review': activity,
  'research-resource': person,
  'researcher-url': person,
  'external-identifier': person,
  keyword: person,
  'other-name': [
    ...person,
    'libs/orcid-client/src/wire/record.wire.ts',
    'libs/orcid-client/src/wire/search.wire.ts',
    'libs/orcid-model/src/orcid-record.ts',
  ],
  // The record's list of e-mail addresses has a member of that name, and a portal has an address on the network.
  address: [
    ...person,
    'apps/portal/src/discovery/remembered-provider.ts',
    'libs/orcid-client/src/calls/record-state-calls.ts',
    'libs/orcid-model/src/orcid-record.ts',
    'libs/orcid-oauth/src/orcid-oauth-flow.ts',
  ],
};

describe('a section', () => {
  it.each(ALL_SECTIONS)('is named in few files of the product: %s', (section) => {
    expect(filesThatName(section)).toEqual([...FILES[section]].sort());
  });
});
