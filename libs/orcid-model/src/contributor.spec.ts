import { CREDIT_ROLES, creditRole } from './contributor.ts';

describe('a role of CRediT', () => {
  it('is named by its address, closing slash included', () => {
    expect(creditRole('data-curation')).toBe('http://credit.niso.org/contributor-roles/data-curation/');
    expect(CREDIT_ROLES).toHaveLength(14);
  });
});
