import { InstitutionFile } from './institution-file.ts';

const valid = {
  slug: 'example',
  name: 'Example University',
  rorId: 'https://ror.org/05dxps055',
  timeZone: 'Europe/Berlin',
  orcid: { environment: 'sandbox', clientId: 'APP-EXAMPLE000000001' },
  branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
  feed: {},
};

/** Where the faults are, as dotted paths. */
const faultsOf = (file: object): string[] =>
  InstitutionFile.safeParse(file).error?.issues.map(({ path, code, ...issue }) =>
    code === 'unrecognized_keys' && 'keys' in issue ? String(issue.keys) : path.join('.'),
  ) ?? [];

describe('the file of an institution', () => {
  it('is taken when it is right', () => {
    expect(faultsOf(valid)).toEqual([]);
  });

  it.each([
    ['slug', { slug: 'Example University' }],
    ['rorId', { rorId: '05dxps055' }],
    ['rorId', { rorId: 'https://ror.org/05dxps056' }],
    ['timeZone', { timeZone: 'Berlin' }],
    ['orcid.environment', { orcid: { environment: 'qa', clientId: 'APP-EXAMPLE000000001' } }],
    ['orcid.clientId', { orcid: { environment: 'sandbox', clientId: '0000-0002-1825-0097' } }],
    ['branding.color', { branding: { ...valid.branding, color: 'blue' } }],
    ['branding.supportEmail', { branding: { ...valid.branding, supportEmail: 'nobody' } }],
    ['From', { feed: { columns: { From: 'startDate' } } }],
    ['feed.columns.startDate', { feed: { columns: { startDate: [] } } }],
    ['feed.columns.role', { feed: { columns: { role: 7 } } }],
    ['ignoredColumns', { feed: { ignoredColumns: ['Cost centre'] } }],
    ['feed.dates', { feed: { dates: 'dd.mm.yyyy' } }],
    ['feed.encoding', { feed: { encoding: 'ansi' } }],
    ['feed.noEnd.1', { feed: { noEnd: ['2099-12-31', '31.12.9999'] } }],
    ['timezone', { timezone: 'Europe/Berlin' }],
  ])('is refused at %s', (place, change) => {
    expect(faultsOf({ ...valid, ...change })).toEqual([place]);
  });

  it.each([
    ['one name', { name: 'sap', items: { name: 'sap', sections: ['work'] } }],
    ['the name that items have by themselves', { name: 'items', items: { sections: ['work'] } }],
    ['the name that the export has by itself', { items: { name: 'hr', sections: ['work'] } }],
  ])('is refused when HR export and items file share %s', (_, feed) => {
    expect(faultsOf({ ...valid, feed })).toEqual(['feed.items.name']);
    const named = { ...feed, name: 'people', items: { ...feed.items, name: 'library' } };
    expect(faultsOf({ ...valid, feed: named })).toEqual([]);
  });

  it('may say how an export is written', () => {
    const feed = { dates: 'excel-serial', encoding: 'windows-1252', noEnd: ['2099-12-31', '0000-00-00'] };
    expect(InstitutionFile.parse({ ...valid, feed }).feed).toMatchObject(feed);
  });

  it('may name for each field its column, several that it may be called, or that it is not wanted', () => {
    const columns = { staffId: 'Pers.-Nr.', role: ['Funktion', 'Dienstbezeichnung'], url: null };
    expect(InstitutionFile.parse({ ...valid, feed: { columns, sheet: 'Personal' } }).feed).toMatchObject({
      columns,
      sheet: 'Personal',
    });
  });

  it('says how columns are mapped now where it maps them as it once did', () => {
    const feed = { columns: { From: 'startDate' }, ignoredColumns: ['Cost centre'] };
    const messages = InstitutionFile.safeParse({ ...valid, feed }).error?.issues.map(({ message }) => message);
    expect(messages?.join('\n')).toMatch(/first the field is named, then the heading/);
    expect(messages?.join('\n')).toMatch(/leave "ignoredColumns" out/);
  });

  it('has no place for a secret', () => {
    expect(faultsOf({ ...valid, orcid: { ...valid.orcid, clientSecret: 'x' } })).toEqual(['clientSecret']);
  });

  it('names all its faults at once', () => {
    expect(faultsOf({ ...valid, slug: '', name: '', timeZone: '' })).toEqual(['slug', 'name', 'timeZone']);
  });
});
