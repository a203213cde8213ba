import { parsePutCode } from '@ligature/orcid-model';
import { anEmployment } from '@ligature/orcid-model/testing';
import { toWire } from './affiliation.wire.ts';
import { readAffiliationList } from './affiliation-list.wire.ts';
import { withLongPutCodesAsText, withPutCode } from './put-code.wire.ts';

describe('an affiliation on the wire', () => {
  it('is written as ORCID takes it, without what is not known', () => {
    expect(toWire(anEmployment({ start: { year: 2021, month: 3 }, end: { year: 2024, month: 8, day: 31 } }))).toEqual({
      'department-name': 'Library',
      'role-title': 'Research Data Steward',
      'start-date': { year: { value: '2021' }, month: { value: '03' } },
      'end-date': { year: { value: '2024' }, month: { value: '08' }, day: { value: '31' } },
      organization: {
        name: 'California Institute of Technology',
        address: { city: 'Pasadena', country: 'US' },
        'disambiguated-organization': {
          'disambiguated-organization-identifier': 'https://ror.org/05dxps055',
          'disambiguation-source': 'ROR',
        },
      },
      'external-ids': {
        'external-id': [
          {
            'external-id-type': 'source-work-id',
            'external-id-value': 'appointment-1',
            'external-id-relationship': 'self',
          },
        ],
      },
    });
  });

  it('keeps every digit of a long put-code, both ways', () => {
    const long = '9223372036854775807';
    expect(withPutCode({ a: 1 }, parsePutCode(long))).toBe(`{"put-code":${long},"a":1}`);
    expect(JSON.parse(withLongPutCodesAsText(`{"put-code" : ${long}}`))).toEqual({ 'put-code': long });
  });
});

describe('a list of affiliations', () => {
  const summary = (given: object) => ({
    'employment-summary': { 'put-code': 7, source: null, 'external-ids': null, ...given },
  });
  const list = (...summaries: object[]) => ({ 'affiliation-group': [{ summaries }] });
  const client = (id: string) => ({ 'source-client-id': { path: id } });

  it('may be empty in each of ORCID’s ways', () => {
    for (const empty of [{ 'affiliation-group': [] }, { 'affiliation-group': null }, {}]) {
      expect(readAffiliationList(empty)).toEqual([]);
    }
  });

  it('tells whose each item is, and our own identifiers', () => {
    const ids = (relationship: string) => ({
      'external-id': [{ 'external-id-value': 'ours', 'external-id-relationship': relationship }],
    });
    const items = list(
      summary({ source: client('APP-1'), 'external-ids': ids('self') }),
      summary({ source: { 'source-orcid': { path: 'x' } }, 'external-ids': ids('part-of') }),
    );
    expect(readAffiliationList(items)).toEqual([
      { putCode: '7', sourceClientId: 'APP-1', selfIds: ['ours'] },
      { putCode: '7', sourceClientId: null, selfIds: [] },
    ]);
  });

  it('does not count as ours what another client asserted through us', () => {
    const source = { ...client('APP-1'), 'assertion-origin-client-id': { path: 'APP-2' } };
    expect(readAffiliationList(list(summary({ source })))).toEqual([
      { putCode: '7', sourceClientId: null, selfIds: [] },
    ]);
  });

  it.each([null, 'text', { 'affiliation-group': [{ summaries: [{ x: { 'put-code': -1 } }] }] }])(
    'is not read from %j',
    (json) => {
      expect(() => readAffiliationList(json)).toThrow();
    },
  );
});
