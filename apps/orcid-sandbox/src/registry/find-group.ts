import { type GroupIdRecord } from './group-id-records.ts';
import { type Registry } from './registry.ts';

const ISSN = 'issn:';

/**
 * A registered group; that of a journal is registered on the fly when its ISSN is asked for (S: GroupIdRecordManagerReadOnlyImpl). There
 * is no ISSN portal behind a simulator: every number with a right check digit is a journal.
 * @returns nothing for an unknown group of another kind, and for what is no ISSN
 */
export function findOrRegisterGroup(registry: Registry, groupId: string): GroupIdRecord | undefined {
  const known = registry.groups.findByGroupId(groupId);
  if (known !== undefined || !groupId.startsWith(ISSN)) return known;
  const issn = groupId.slice(ISSN.length);
  if (!isIssn(issn)) return undefined;
  const now = registry.now();
  const name = `Journal ${issn}`;
  const group: GroupIdRecord = {
    putCode: registry.nextPutCode(),
    content: { name, 'group-id': groupId, description: name, type: 'journal' },
    created: now,
    modified: now,
  };
  registry.groups.put(group);
  registry.changed();
  return group;
}

/** ISO 3297: weights 8 to 2, modulus 11, ten is X. */
function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = Array.from(text.replace('-', '')).map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = digits.reduce((total, digit, index) => total + digit * (8 - index), 0);
  return sum % 11 === 0;
}
