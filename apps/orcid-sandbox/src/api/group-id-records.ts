import { GROUP_ID_RECORD, GROUP_ID_RECORDS, type GroupIdContent } from '../model/group-id-record.ts';
import { type Tree } from '../shape/shape.ts';
import { latest } from '../view/latest.ts';
import { sourceTree } from '../view/source-tree.ts';
import { type GroupIdRecord } from '../registry/group-id-records.ts';
import { findOrRegisterGroup } from '../registry/find-group.ts';
import { isWrittenBy } from '../registry/item.ts';
import { type Access, requireScope } from './access.ts';
import { created, GONE, shown } from './answer.ts';
import { type ApiCall, callerOf, putCodeOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler } from './read-record.ts';

const READ = '/group-id-record/read';
const UPDATE = '/group-id-record/update';

/** A page of all groups, or the one of a name or group id; an all-null record when there is none. */
export const listGroups: Handler = (call) => {
  requireScope(callerOf(call), READ);
  const { groups } = call.registry;
  const groupId = call.query.get('group-id');
  const name = call.query.get('name');
  if (groupId !== null) {
    const found = findGroup(call, groupId);
    return shown(GROUP_ID_RECORD, found === undefined ? {} : groupTree(call, found));
  }
  if (name !== null) {
    const found = groups.findByName(name);
    return shown(GROUP_ID_RECORD, found === undefined ? {} : groupTree(call, found));
  }
  return shown(GROUP_ID_RECORDS, pageTree(call));
};

function pageTree(call: ApiCall): Tree {
  const { all } = call.registry.groups;
  const [pageSize, page] = [numberOf(call, 'page-size', 100), numberOf(call, 'page', 1)];
  const shownOnes = all.slice((page - 1) * pageSize, page * pageSize);
  return {
    ...latest(shownOnes.map((group) => group.modified)),
    total: all.length,
    page,
    'page-size': pageSize,
    'group-id-record': shownOnes.map((group) => groupTree(call, group)),
  };
}

function numberOf(call: ApiCall, name: string, otherwise: number): number {
  const raw = call.query.get(name);
  if (raw === null) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(raw)) throw new OrcidError(9006);
  return Number(raw);
}

export const readGroup: Handler = (call) => {
  requireScope(callerOf(call), READ);
  return shown(GROUP_ID_RECORD, groupTree(call, groupOf(call)));
};

export const createGroup: Handler = (call) => {
  const body = call.body.read(GROUP_ID_RECORD) as GroupIdContent;
  const access = callerOf(call);
  requireScope(access, UPDATE);
  if (body['put-code'] !== undefined) throw new OrcidError(9024, { params: { clientName: access.client.name } });
  refuseTaken(call, body);
  const now = call.registry.now();
  const source = { kind: 'client', id: access.client.id } as const;
  const group = { putCode: call.registry.nextPutCode(), content: body, source, created: now, modified: now };
  call.registry.groups.put(group);
  call.registry.changed();
  return created(`${call.addresses.api}/v3.0/group-id-record/${group.putCode}`);
};

export const updateGroup: Handler = (call) => {
  const body = call.body.read(GROUP_ID_RECORD) as GroupIdContent;
  const access = callerOf(call);
  requireScope(access, UPDATE);
  const old = groupOf(call);
  if (body['put-code'] !== old.putCode) {
    const params = { urlPutCode: String(old.putCode), bodyPutCode: String(body['put-code'] ?? 'null') };
    throw new OrcidError(9019, { params });
  }
  requireSource(old, access);
  if (body['group-id'] !== old.content['group-id']) refuseTaken(call, body);
  const group = { ...old, content: body, modified: call.registry.now() };
  call.registry.groups.put(group);
  call.registry.changed();
  return shown(GROUP_ID_RECORD, groupTree(call, group));
};

export const deleteGroup: Handler = (call) => {
  const access = callerOf(call);
  requireScope(access, UPDATE);
  const group = groupOf(call);
  requireSource(group, access);
  if (isInUse(call, group)) throw new OrcidError(9040);
  call.registry.groups.remove(group.putCode);
  call.registry.changed();
  return GONE;
};

/** Unknown groups are 400, not 404 (S: GroupIdRecordNotFoundException). */
function groupOf(call: ApiCall): GroupIdRecord {
  const group = call.registry.groups.find(putCodeOf(call));
  if (group === undefined) throw new OrcidError(9026);
  return group;
}

/** Whoever posts an unknown ISSN finds that ORCID has just registered it itself. */
function refuseTaken(call: ApiCall, body: GroupIdContent): void {
  if (findGroup(call, body['group-id'] ?? '') !== undefined) throw new OrcidError(9025);
}

function findGroup({ registry }: ApiCall, groupId: string): GroupIdRecord | undefined {
  const found = findOrRegisterGroup(registry, groupId);
  if (found === undefined && groupId.startsWith('issn:')) throw new OrcidError(9053);
  return found;
}

function requireSource({ source }: GroupIdRecord, { client }: Access): void {
  if (source === undefined || !isWrittenBy({ source }, client.id)) {
    throw new OrcidError(9010, { params: { activity: 'work' } });
  }
}

function isInUse({ registry }: ApiCall, { content }: GroupIdRecord): boolean {
  for (const record of registry.records) {
    const reviews = record.itemsIn('peer-review');
    if (reviews.some((review) => review.content['review-group-id'] === content['group-id'])) return true;
  }
  return false;
}

function groupTree(call: ApiCall, group: GroupIdRecord): Tree {
  return {
    ...group.content,
    'put-code': group.putCode,
    'created-date': { value: group.created },
    'last-modified-date': { value: group.modified },
    ...(group.source === undefined ? {} : { source: sourceTree(call, group.source) }),
  };
}
