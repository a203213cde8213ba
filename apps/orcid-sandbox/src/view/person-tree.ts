import { type Viewer } from '../api/viewer.ts';
import { type PersonSection, SECTIONS } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { itemTree } from './item-tree.ts';
import { latest } from './latest.ts';
import { type ViewContext } from './view-context.ts';
import { sourceTree } from './source-tree.ts';

const BIO = '/orcid-bio/read-limited';

/** `GET /{orcid}/keywords` and its four sisters. */
export function personListTree(
  context: ViewContext,
  record: OrcidRecord,
  section: PersonSection,
  viewer: Viewer,
): Tree {
  const items = record
    .itemsIn(section.name)
    .filter((item) => viewer.whyHidden(item, section.scopes.read) === undefined)
    .sort((a, b) => b.displayIndex - a.displayIndex);
  return {
    ...latest(items.map((item) => item.modified)),
    [section.item]: items.map((item) => itemTree(context, record.orcid, item)),
    path: `/${record.orcid}/${section.listPath}`,
  };
}

export function nameTree(record: OrcidRecord, viewer: Viewer): Tree | undefined {
  const { givenNames, familyName, creditName, nameVisibility: visibility } = record.profile;
  if (viewer.whyHidden({ visibility }, BIO) !== undefined) return undefined;
  return {
    ...dates(record),
    'given-names': { value: givenNames },
    ...(familyName === undefined ? {} : { 'family-name': { value: familyName } }),
    ...(creditName === undefined ? {} : { 'credit-name': { value: creditName } }),
    visibility,
    // The name's path lacks the slash that all others begin with (observed).
    path: record.orcid,
  };
}

export function biographyTree(record: OrcidRecord, viewer: Viewer): Tree | undefined {
  const { biography } = record.profile;
  if (biography === undefined || viewer.whyHidden(biography, BIO) !== undefined) return undefined;
  return { ...dates(record), ...biography, path: `/${record.orcid}/biography` };
}

/** Verified addresses only; `/email/read-private` shows all of them. */
export function emailsTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  const shown = record.profile.emails.filter(
    (email) => email.verified && (viewer.seesEveryEmail || viewer.whyHidden(email, BIO) === undefined),
  );
  const source = sourceTree(context, { kind: 'person', orcid: record.orcid }) as Tree;
  return {
    ...latest(shown.map(() => record.modified)),
    email: shown.map(({ address, visibility, verified, primary }) => ({
      ...dates(record),
      source,
      email: address,
      visibility,
      verified,
      primary,
    })),
    path: `/${record.orcid}/email`,
  };
}

/** `GET /{orcid}/personal-details`. */
export function personalDetailsTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  const parts: Tree = {
    name: nameTree(record, viewer),
    'other-names': listTree(context, record, viewer, 'other-names'),
    biography: biographyTree(record, viewer),
  };
  return { ...newestOf(parts), ...parts, path: `/${record.orcid}/personal-details` };
}

/** `GET /{orcid}/person`. */
export function personTree(context: ViewContext, record: OrcidRecord, viewer: Viewer): Tree {
  const parts: Tree = {
    name: nameTree(record, viewer),
    'other-names': listTree(context, record, viewer, 'other-names'),
    biography: biographyTree(record, viewer),
    'researcher-urls': listTree(context, record, viewer, 'researcher-urls'),
    emails: emailsTree(context, record, viewer),
    addresses: listTree(context, record, viewer, 'address'),
    keywords: listTree(context, record, viewer, 'keywords'),
    'external-identifiers': listTree(context, record, viewer, 'external-identifiers'),
  };
  return { ...newestOf(parts), ...parts, path: `/${record.orcid}/person` };
}

function listTree(context: ViewContext, record: OrcidRecord, viewer: Viewer, name: PersonSection['name']): Tree {
  const section = SECTIONS[name];
  return section.kind === 'person' ? personListTree(context, record, section, viewer) : {};
}

function dates(record: OrcidRecord): Tree {
  return { 'created-date': { value: record.created }, 'last-modified-date': { value: record.created } };
}

function newestOf(parts: Tree): Tree {
  const instants = Object.values(parts).flatMap((part) => {
    const modified = (part as Tree | undefined)?.['last-modified-date'] as { value: number } | undefined;
    return modified === undefined ? [] : [modified.value];
  });
  return latest(instants);
}
