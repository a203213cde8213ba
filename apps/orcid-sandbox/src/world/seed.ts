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
import { type World } from './world.ts';

/** Brings the people and tokens of the settings into the world; records that are already there keep their items. */
export function seed(world: World): void {
  for (const person of world.settings.people) definePerson(world, person);
  for (const record of world.records) resolveMerge(world, record);
  for (const token of world.settings.tokens) defineToken(world, token);
  for (const group of world.settings.groups) defineGroup(world, group);
}

/** Adds a person, or gives a known one the definition of the settings. */
export function definePerson(world: World, person: PersonSettings): OrcidRecord {
  const now = momentOf(world, person.created);
  const known = knownBefore(world, person);
  const { affiliationOffered } = known?.profile ?? {};
  const profile = {
    ...profileOf(person, stateOf(world, person, known)),
    ...(affiliationOffered === undefined ? {} : { affiliationOffered }),
  };
  if (known !== undefined) {
    if (JSON.stringify(known.profile) !== JSON.stringify(profile)) known.redefine(profile, world.now());
    world.records.index(known);
    return known;
  }
  const record = new OrcidRecord({
    orcid: person.orcid ?? unusedOrcid(world),
    profile,
    created: now,
    modified: now,
    revision: 0,
    items: [],
  });
  for (const item of person.items) record.put(itemOf(world, record.orcid, item, profile));
  world.records.add(record);
  return record;
}

/** Whom a definition means after a restart: the iD if it names one, else the key, else the address. */
function knownBefore(world: World, { orcid, key, email }: PersonSettings): OrcidRecord | undefined {
  if (orcid !== undefined) return world.record(orcid);
  if (key !== undefined) return world.records.findByKeyOrOrcid(key);
  return email === undefined ? undefined : world.records.findByUsername(email);
}

export function unusedOrcid(world: World): string {
  const orcid = mintOrcid(world.mintIndex());
  return world.record(orcid) === undefined ? orcid : unusedOrcid(world);
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

function stateOf(world: World, person: PersonSettings, known: OrcidRecord | undefined): RecordState {
  const before = known?.profile.state;
  switch (person.state) {
    case 'active':
    case 'locked':
      return { kind: person.state };
    case 'deactivated':
      return before?.kind === 'deactivated' ? before : { kind: 'deactivated', at: world.now() };
    case 'merged':
      return { kind: 'merged', into: primaryOf(world, person.mergedInto ?? '') };
    case 'unclaimed':
      return { kind: 'unclaimed', ...(person.createdBy === undefined ? {} : { createdBy: person.createdBy }) };
  }
}

function primaryOf(world: World, name: string): string {
  return world.records.findByKeyOrOrcid(name)?.orcid ?? name;
}

/** Settings may name the primary record by its key, which is known once everybody is there. */
function resolveMerge(world: World, record: OrcidRecord): void {
  const { state } = record.profile;
  if (state.kind !== 'merged') return;
  const into = world.records.findByKeyOrOrcid(state.into);
  if (into === undefined) throw new Error(`${record.orcid} is merged into ${state.into}, who is not there`);
  if (into.orcid !== state.into) {
    record.redefine({ ...record.profile, state: { kind: 'merged', into: into.orcid } }, record.modified);
  }
}

function itemOf(world: World, orcid: string, seeded: ItemSettings, profile: Profile): Item {
  const { shape, name } = SECTIONS[seeded.section].document;
  const content = readJson(shape, seeded.content, name);
  checkSchema(shape, content);
  const source: Source =
    seeded.source === undefined ? { kind: 'person', orcid } : { kind: 'client', id: seeded.source };
  const now = momentOf(world, seeded.created);
  return {
    putCode: world.takePutCode(seeded.putCode),
    section: seeded.section,
    content,
    source,
    visibility: seeded.visibility ?? profile.defaultVisibility,
    displayIndex: seeded.displayIndex ?? displayIndexOfNew(source),
    created: now,
    modified: now,
  };
}

function momentOf(world: World, created: string | undefined): number {
  return created === undefined ? world.now() : Date.parse(created);
}

function defineGroup(world: World, { groupId, name, description, type, putCode }: GroupSettings): void {
  if (world.groups.findByGroupId(groupId) !== undefined) return;
  const now = world.now();
  const content = { name, 'group-id': groupId, description, type };
  world.groups.put({ putCode: world.takePutCode(putCode), content, created: now, modified: now });
}

function defineToken(world: World, token: TokenSettings): void {
  if (world.tokens.find(token.accessToken) !== undefined) return;
  const orcid = token.person === undefined ? undefined : world.records.findByKeyOrOrcid(token.person)?.orcid;
  if (token.person !== undefined && orcid === undefined) throw new Error(`token for ${token.person}, who is not there`);
  const now = world.now();
  const draft: TokenDraft = {
    accessToken: token.accessToken,
    ...(token.refreshToken === undefined ? {} : { refreshToken: token.refreshToken }),
    clientId: token.client,
    ...(orcid === undefined ? {} : { orcid }),
    scopes: token.scopes,
    issuedAt: now,
    expiresAt: now + world.settings.oauth.tokenLifetimeSeconds * 1000,
    ...(token.revoked === undefined ? {} : { revoked: token.revoked }),
  };
  world.tokens.issue(draft);
}
