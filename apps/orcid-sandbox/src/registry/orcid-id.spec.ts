import { checkDigit, mintOrcid } from './orcid-id.ts';

describe('an iD of the simulator', () => {
  it('has the check digit that ORCID documents', () => {
    for (const known of ['0000-0002-1825-0097', '0000-0002-1694-233X', '0009-0000-0000-005X']) {
      const digits = known.replaceAll('-', '');
      expect(checkDigit(digits.slice(0, 15))).toBe(digits.at(-1));
    }
  });

  it('comes from a block that ORCID does not assign, and is never the same twice', () => {
    const minted = Array.from({ length: 1000 }, (_none, index) => mintOrcid(index + 1));
    expect(new Set(minted).size).toBe(1000);
    expect(minted.every((orcid) => /^0009-99\d\d-\d{4}-\d{3}[\dX]$/.test(orcid))).toBe(true);
  });
});
