import { type TokenDraft } from '../oauth/tokens.ts';
import { SECTIONS } from '../model/sections.ts';
import {
  type GroupSettings,
  type ItemSettings,
  type PersonSettings,
  type TokenSettings,
} from '../settings/settings.ts';
import { checkSchema } from '../shape/check-schema.ts';
import { readJson } from '../shape/read-json.ts';
import { displayIndexOfNew, type Item, type Source } from './item.ts';
import { mintOrcid } from './orcid-id.ts';
import { OrcidRecord, type Profile, type RecordState } from './orcid-record.ts';
import { type Registry } from './registry.ts';

/** Brings the people and tokens of the settings into the registry; records that are already there keep their items. */
export function seed(registry: Registry): void {
  for (const person of registry.settings.people) definePerson(registry, person);
  for (const record of registry.records) resolveMerge(registry, record);
  for (const token of registry.settings.tokens) defineToken(registry, token);
  for (const group of registry.settings.groups) defineGroup(registry, group);
}

/** Adds a person, or gives a known one the definition of the settings. */
export function definePerson(registry: Registry, person: PersonSettings): OrcidRecord {
  const now = momentOf(registry, person.created);
  const known = knownBefore(registry, person);
  const { affiliationOffered } = known?.profile ?? {};
  const profile = {
    ...profileOf(person, stateOf(registry, person, known)),
    ...(affiliationOffered === undefined ? {} : { affiliationOffered }),
  };
  if (known !== undefined) {
    if (JSON.stringify(known.profile) !== JSON.stringify(profile)) known.redefine(profile, registry.now());
    registry.records.index(known);
    return known;
  }
  const record = new OrcidRecord({
    orcid: person.orcid ?? unusedOrcid(registry),
    profile,
    created: now,
    modified: now,
    revision: 0,
    items: [],
  });
  for (const item of person.items) record.put(itemOf(registry, record.orcid, item, profile));
  registry.records.add(record);
  return record;
}

/** Whom a definition means after a restart: the iD if it names one, else the key, else the address. */
function knownBefore(registry: Registry, { orcid, key, email }: PersonSettings): OrcidRecord | undefined {
  if (orcid !== undefined) return registry.record(orcid);
  if (key !== undefined) return registry.records.findByKeyOrOrcid(key);
  return email === undefined ? undefined : registry.records.findByUsername(email);
}

export function unusedOrcid(registry: Registry): string {
  const orcid = mintOrcid(registry.mintIndex());
  return registry.record(orcid) === undefined ? orcid : unusedOrcid(registry);
}

function profileOf(person: PersonSettings, state: RecordState): Profile {
  const { key, note, password, givenNames, familyName, creditName, biography, locale, notifications, twoFactor } =
    person;
  const { nameVisibility, defaultVisibility } = person;
  const primary = { address: person.email ?? '', primary: true, verified: true, visibility: 'private' as const };
  return {
    ...(key === undefined ? {} : { key }),
    ...(note === undefined ? {} : { note }),
    password,
    emails: [...(person.email === undefined ? [] : [primary]), ...person.emails],
    givenNames,
    ...(familyName === undefined ? {} : { familyName }),
    ...(creditName === undefined ? {} : { creditName }),
    nameVisibility,
    defaultVisibility,
    ...(biography === undefined ? {} : { biography }),
    locale,
    notifications,
    twoFactor,
    state,
  };
}

function stateOf(registry: Registry, person: PersonSettings, known: OrcidRecord | undefined): RecordState {
  const before = known?.profile.state;
  switch (person.state) {
    case 'active':
    case 'locked':
      return { kind: person.state };
    case 'deactivated':
      return before?.kind === 'deactivated' ? before : { kind: 'deactivated', at: registry.now() };
    case 'merged':
      return { kind: 'merged', into: primaryOf(registry, person.mergedInto ?? '') };
    case 'unclaimed':
      return { kind: 'unclaimed', ...(person.createdBy === undefined ? {} : { createdBy: person.createdBy }) };
  }
}

function primaryOf(registry: Registry, name: string): string {
  return registry.records.findByKeyOrOrcid(name)?.orcid ?? name;
}

/** Settings may name the primary record by its key, which is known once everybody is there. */
function resolveMerge(registry: Registry, record: OrcidRecord): void {
  const { state } = record.profile;
  if (state.kind !== 'merged') return;
  const into = registry.records.findByKeyOrOrcid(state.into);
  if (into === undefined) throw new Error(`${record.orcid} is merged into ${state.into}, who is not there`);
  if (into.orcid !== state.into) {
    record.redefine({ ...record.profile, state: { kind: 'merged', into: into.orcid } }, record.modified);
  }
}

function itemOf(registry: Registry, orcid: string, seeded: ItemSettings, profile: Profile): Item {
  const { shape, name } = SECTIONS[seeded.section].document;
  const content = readJson(shape, seeded.content, name);
  checkSchema(shape, content);
  const source: Source =
    seeded.source === undefined ? { kind: 'person', orcid } : { kind: 'client', id: seeded.source };
  const now = momentOf(registry, seeded.created);
  return {
    putCode: registry.takePutCode(seeded.putCode),
    section: seeded.section,
    content,
    source,
    visibility: seeded.visibility ?? profile.defaultVisibility,
    displayIndex: seeded.displayIndex ?? displayIndexOfNew(source),
    created: now,
    modified: now,
  };
}

function momentOf(registry: Registry, created: string | undefined): number {
  return created === undefined ? registry.now() : Date.parse(created);
}

function defineGroup(registry: Registry, { groupId, name, description, type, putCode }: GroupSettings): void {
  if (registry.groups.findByGroupId(groupId) !== undefined) return;
  const now = registry.now();
  const content = { name, 'group-id': groupId, description, type };
  registry.groups.put({ putCode: registry.takePutCode(putCode), content, created: now, modified: now });
}

function defineToken(registry: Registry, token: TokenSettings): void {
  if (registry.tokens.find(token.accessToken) !== undefined) return;
  const orcid = token.person === undefined ? undefined : registry.records.findByKeyOrOrcid(token.person)?.orcid;
  if (token.person !== undefined && orcid === undefined) throw new Error(`token for ${token.person}, who is not there`);
  const now = registry.now();
  const draft: TokenDraft = {
    accessToken: token.accessToken,
    ...(token.refreshToken === undefined ? {} : { refreshToken: token.refreshToken }),
    clientId: token.client,
    ...(orcid === undefined ? {} : { orcid }),
    scopes: token.scopes,
    issuedAt: now,
    expiresAt: now + registry.settings.oauth.tokenLifetimeSeconds * 1000,
    ...(token.revoked === undefined ? {} : { revoked: token.revoked }),
  };
  registry.tokens.issue(draft);
}
