import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';
import { type ApiCall, isRead } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';

const DAY = 86_400_000;

/**
 * The record of the path, if its state lets anybody in. Checked before owner and scope, on every call
 * (S: OrcidSecurityManagerImpl.checkProfile).
 */
export function openRecord(call: ApiCall): OrcidRecord {
  const record = recordFor(call);
  if (record === undefined) throw new OrcidError(9016);
  const { state } = record.profile;
  switch (state.kind) {
    case 'active':
      return record;
    case 'merged':
      throw merged(call, record, state.into);
    case 'unclaimed':
      if (isOldEnough(call.registry, record) || call.access?.client.id === state.createdBy) return record;
      throw new OrcidError(9036);
    case 'locked':
      throw new OrcidError(9018, { params: { orcid: record.orcid } });
    case 'deactivated':
      throw new OrcidError(9044);
  }
}

/** Reads may come from a replica that is behind; writes never do. */
function recordFor(call: ApiCall): OrcidRecord | undefined {
  const { registry, lagMs } = call;
  const record = registry.record(call.params['orcid'] ?? '');
  return record === undefined || lagMs === 0 || !isRead(call)
    ? record
    : registry.replica.asOf(record, registry.now() - lagMs);
}

/** Reading leads on to the primary record; anything else is a conflict with the same Location. */
function merged(call: ApiCall, record: OrcidRecord, into: string): OrcidError {
  const { site } = call.addresses;
  const location = call.publicUrl.replace(record.orcid, into);
  return new OrcidError(9007, {
    params: { orcid: `${site}/${into}`, deprecated_orcid: `${site}/${record.orcid}` },
    status: isRead(call) ? 301 : 409,
    headers: { Location: location },
  });
}

function isOldEnough(registry: Registry, record: OrcidRecord): boolean {
  return registry.now() - record.created > registry.settings.limits.claimWaitDays * DAY;
}
