import { checkDigit, parseOrcidId, type OrcidId } from '../orcid-id.ts';

/** A valid iD from a block that ORCID does not assign (it issues 0009-0000… to 0009-0010…), so no test names a person. */
export function anOrcidId(serial = 1): OrcidId {
  const digits = `00099${String(serial).padStart(10, '0')}`;
  const full = digits + checkDigit(digits);
  return parseOrcidId(full.replace(/(.{4})(?=.)/g, '$1-'));
}
