import { isDeepStrictEqual } from 'node:util';
import { isAffiliation, type Section } from '../model/sections.ts';
import { refuseDuplicate } from '../rules/duplicate.rules.ts';
import { type Tree } from '../shape/shape.ts';
import { refuseOverfull } from './overfull.ts';
import { itemTree } from '../view/item-tree.ts';
import { displayIndexOfNew, isWrittenBy, type Item, type Source } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Access, requireScope, requireTokenFor } from './access.ts';
import { created, GONE, shown } from './answer.ts';
import { type ApiCall, callerOf, putCodeOf } from './api-call.ts';
import { type Dialect } from './dialect.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler, itemIn } from './read-record.ts';
import { openRecord } from './record-gate.ts';

export const createItem =
  (dialect: Dialect): Handler =>
  (call) => {
    const { section, version } = dialect;
    const body = call.body.read(dialect.document);
    const { record, access } = openForWriting(call, [section.scopes.create, section.scopes.update]);
    const item = addItem(call, record, dialect, body, access);
    return created(`${call.addresses.api}/${version}/${record.orcid}/${section.name}/${item.putCode}`);
  };

export const updateItem =
  (dialect: Dialect): Handler =>
  (call) => {
    const { section, document } = dialect;
    const body = call.body.read(document);
    const putCode = putCodeOf(call);
    const { record, access } = openForWriting(call, [section.scopes.update]);
    refuseOtherPutCode(putCode, body['put-code'] as number | undefined, access);
    const item = replaceItem(call, record, dialect, writable(record, section, putCode), body, access);
    return shown(document, itemTree(call, record.orcid, item));
  };

export const deleteItem =
  (section: Section): Handler =>
  (call) => {
    const putCode = putCodeOf(call);
    const { record, access } = openForWriting(call, [section.scopes.update]);
    const item = writable(record, section, putCode);
    requireSource(item, access);
    record.remove(item.putCode, call.registry.now());
    call.registry.changed();
    return GONE;
  };

export function openForWriting(call: ApiCall, scopes: readonly string[]): { record: OrcidRecord; access: Access } {
  const record = openRecord(call);
  const access = callerOf(call);
  requireTokenFor(record, access);
  requireScope(access, ...scopes);
  return { record, access };
}

export function addItem(call: ApiCall, record: OrcidRecord, dialect: Dialect, body: Tree, access: Access): Item {
  const { section, check } = dialect;
  if (body['put-code'] !== undefined) throw new OrcidError(9024, { params: { clientName: access.client.name } });
  const content = contentOf(body);
  check(content, call.registry);
  refuseDuplicate(record, { section, content }, access.client);
  if (section.name === 'work') refuseOverfull(call, record, 1);
  const now = call.registry.now();
  const source = sourceOf(access);
  const item: Item = {
    putCode: call.registry.nextPutCode(),
    section: section.name,
    content,
    source,
    visibility: visibilityOfNew(record, body),
    displayIndex: displayIndexOfNew(source),
    created: now,
    modified: now,
  };
  record.put(item);
  call.registry.changed();
  return item;
}

/** With user OBO, what a client writes with a person's token counts as said by the person (S: SourceManagerImpl). */
function sourceOf({ client, token }: Access): Source {
  const isForPerson = client.userObo && token.orcid !== undefined;
  return { kind: 'client', id: client.id, ...(isForPerson ? { origin: token.orcid } : {}) };
}

/** What the client asked for counts on records that nobody has claimed; otherwise the person's default does. */
function visibilityOfNew(record: OrcidRecord, body: Tree): Item['visibility'] {
  const { state, defaultVisibility } = record.profile;
  if (state.kind !== 'unclaimed') return defaultVisibility;
  return (body['visibility'] as Item['visibility'] | undefined) ?? 'private';
}

function replaceItem(
  call: ApiCall,
  record: OrcidRecord,
  { section, check }: Dialect,
  old: Item,
  body: Tree,
  access: Access,
): Item {
  const content = contentOf(body);
  const visibility = body['visibility'];
  // Activities ask for the source first, person items last (S: AffiliationsManagerImpl, ProfileKeywordManagerImpl).
  if (section.kind === 'activity') requireSource(old, access);
  if (visibility !== undefined && visibility !== old.visibility) {
    throw new OrcidError(9035, { params: { clientName: access.client.name } });
  }
  check(content, call.registry);
  refuseDuplicate(record, { section, content, putCode: old.putCode }, access.client);
  requireSource(old, access);
  if (isUnchanged(section, old, content)) return old;
  const displayIndex = body['display-index'] === undefined ? old.displayIndex : Number(body['display-index']);
  const item: Item = { ...old, section: section.name, content, displayIndex, modified: call.registry.now() };
  record.put(item);
  call.registry.changed();
  return item;
}

/** Only works are compared with what is stored; for the rest every PUT is a change (S: WorkManagerImpl.updateWork). */
function isUnchanged(section: Section, old: Item, content: Tree): boolean {
  return section.name === 'work' && isDeepStrictEqual(old.content, content);
}

function refuseOtherPutCode(urlPutCode: number, bodyPutCode: number | undefined, access: Access): void {
  if (bodyPutCode === urlPutCode) return;
  const params = {
    urlPutCode: String(urlPutCode),
    bodyPutCode: bodyPutCode === undefined ? 'null' : String(bodyPutCode),
    clientName: access.client.name,
  };
  throw new OrcidError(9019, { params });
}

function requireSource(item: Item, { client }: Access): void {
  // The text says "work" for every type (S: OrcidSecurityManagerImpl.checkSourceAndThrow).
  if (!isWrittenBy(item, client.id)) throw new OrcidError(9010, { params: { activity: 'work' } });
}

/**
 * The seven affiliations share one table, and writing never compares the type in the path with the one that is stored:
 * DELETE removes it, PUT makes it one of the path's type (S: AffiliationsManagerImpl.updateAffiliation, deleteAffiliation).
 */
function writable(record: OrcidRecord, section: Section, putCode: number): Item {
  if (!isAffiliation(section.name)) return itemIn(record, section, putCode);
  const item = record.item(putCode);
  if (item === undefined || !isAffiliation(item.section)) throw new OrcidError(9016);
  return item;
}

/** What the client says of the thing itself. */
function contentOf(body: Tree): Tree {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !ABOUT_THE_ITEM.has(name)));
}

const ABOUT_THE_ITEM: ReadonlySet<string> = new Set(['put-code', 'visibility', 'display-index']);
