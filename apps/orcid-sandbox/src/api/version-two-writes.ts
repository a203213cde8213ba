import { type SectionName, type Section, SECTIONS } from '../model/sections.ts';
import * as old from '../model/version-two.ts';
import { RULES } from '../rules/section-rules.ts';
import { OLD_RULES } from '../rules/version-two.rules.ts';
import { createBulk } from './bulk-works.ts';
import { type Dialect } from './dialect.ts';
import { type Entry, OLD_VERSIONS, oldRoute, type OldVersion } from './old-version.ts';
import { type Route } from './routes.ts';
import { createItem, deleteItem, updateItem } from './write-item.ts';

/** Everything that a member could write then, but for notifications and groups (our choice). */
export const VERSION_TWO_WRITES: readonly Route[] = OLD_VERSIONS.flatMap((version) =>
  [...old.OLD_SECTIONS.keys()]
    .flatMap((name) => sectionWrites(version, SECTIONS[name]))
    .map((entry) => oldRoute(version, entry)),
);

function sectionWrites(version: OldVersion, section: Section): Entry[] {
  const document = old.OLD_SECTIONS.get(section.name)?.document ?? section.document;
  const check = isOldActivity(section.name) ? OLD_RULES[section.name] : RULES[section.name];
  const dialect: Dialect = { version, section, document, check };
  const path = `/:orcid/${section.name}`;
  return [
    ['POST', path, createItem(dialect)],
    ['PUT', `${path}/:putCode`, updateItem(dialect)],
    ['DELETE', `${path}/:putCode`, deleteItem(section)],
    ...(section.name === 'work' ? [['POST', '/:orcid/works', createBulk(old.OLD_BULK, dialect)] as const] : []),
  ];
}

function isOldActivity(name: SectionName): name is old.OldActivity {
  return name in OLD_RULES;
}
