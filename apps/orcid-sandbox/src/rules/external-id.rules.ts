import { OrcidError } from '../api/orcid-error.ts';
import { EXTERNAL_ID_TYPES } from '../model/external-id-type.ts';
import { type ExternalId, type ExternalIds } from '../model/external-id.ts';
import { type Registry } from '../registry/registry.ts';

const SELF_REQUIRED = "At least one identifier with 'self' relationship is required";
const VERSION_NEEDS_SELF = 'version-of requires at least one self identifier';
/** A grant that paid for a work is named in one of these ways. */
const FUNDED_BY_TYPES = ['grant_number', 'proposal-id', 'uri', 'doi'];

export function requireIdentifiers(ids: ExternalIds | undefined, detail?: string): readonly ExternalId[] {
  const found = ids?.['external-id'] ?? [];
  if (found.length === 0) throw new OrcidError(9023, detail === undefined ? {} : { detail });
  return found;
}

/** Works: known types, values, relationships, at least one `self` (S: ExternalIDValidator.validateWork). */
export function checkWorkIdentifiers(ids: readonly ExternalId[], registry: Registry): void {
  for (const id of ids) refuseWrongFunder(id);
  const faults = faultsOf(ids, registry);
  if (!ids.some(isSelf)) faults.push(SELF_REQUIRED);
  refuse(faults);
}

/** Peer reviews and research resources: a new version needs the thing itself beside it. */
export function checkVersionedIdentifiers(ids: readonly ExternalId[], registry: Registry): void {
  const faults = faultsOf(ids, registry);
  const hasVersion = ids.some((id) => id['external-id-relationship'] === 'version-of');
  if (hasVersion && !ids.some(isSelf)) faults.push(VERSION_NEEDS_SELF);
  refuse(faults);
}

export function checkIdentifiers(ids: readonly ExternalId[], registry: Registry): void {
  refuse(faultsOf(ids, registry));
}

function faultsOf(ids: readonly ExternalId[], { settings }: Registry): string[] {
  const { requireRelationship } = settings.validation;
  return ids.flatMap(
    ({ 'external-id-type': type = '', 'external-id-value': value = '', 'external-id-relationship': relationship }) => [
      ...(EXTERNAL_ID_TYPES.has(type) ? [] : [type]),
      ...(value === '' ? ['value'] : []),
      ...(requireRelationship && relationship === undefined ? ['relationship'] : []),
    ],
  );
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new OrcidError(9023, { detail: `Invalid external-id ${faults.map((fault) => ` ${fault}`).join('')}` });
}

function refuseWrongFunder(id: ExternalId): void {
  const type = id['external-id-type'] ?? '';
  if (id['external-id-relationship'] === 'funded-by' && !FUNDED_BY_TYPES.includes(type)) {
    throw new OrcidError(9020, { detail: `Identifier type ${type} cannot be used with relationship funded-by` });
  }
}

function isSelf(id: ExternalId): boolean {
  return id['external-id-relationship'] === 'self';
}
