import { isRorId } from './organization.ts';

describe('a ROR id', () => {
  it.each(['https://ror.org/05dxps055', 'https://ror.org/029chgv08', 'https://ror.org/056d84691'])(
    'of the registry is recognised: %s',
    (id) => {
      expect(isRorId(id)).toBe(true);
    },
  );

  it.each([
    'https://ror.org/05dxps056',
    '05dxps055',
    'http://ror.org/05dxps055',
    'https://ror.org/05dxps055/',
    'grid.20861.3d',
  ])('is refused with a wrong checksum or in another form: %s', (id) => {
    expect(isRorId(id)).toBe(false);
  });
});
