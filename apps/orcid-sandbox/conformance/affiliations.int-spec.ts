import { affiliation, date, externalId, ids, organization } from '../testing/bodies.ts';
import { at, putCodeIn } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

const VALIDATOR = 'S: ActivityValidator.validateAffiliation';
const SEVEN = [
  'distinction',
  'education',
  'employment',
  'invited-position',
  'membership',
  'qualification',
  'service',
] as const;
const FIVE = ['distinction', 'invited-position', 'membership', 'qualification', 'service'] as const;

claims('the seven affiliations', (claim) => {
  for (const type of SEVEN) {
    claim(
      `a ${type} is created with 201, an empty body and its address in Location`,
      'S: ApiUtils.buildApiResponse',
      async (orcid) => {
        const reply = await orcid.write(type, affiliation());
        expect(reply.status).toBe(201);
        expect(reply.text).toBe('');
        expect(reply.headers.get('location')).toMatch(
          new RegExp(`^${orcid.target.api}/v3.0/${orcid.orcid}/${type}/\\d+$`),
        );
      },
    );

    claim(
      `a ${type} is listed in a group, under the key of its summary`,
      'reference 9.1, containers',
      async (orcid) => {
        const putCode = await orcid.written(type, affiliation({ 'external-ids': ids(externalId(`listed-${type}`)) }));
        const { json } = await orcid.read(`${type}s`);
        const groups = at(json, 'affiliation-group') as unknown[];
        const found = groups.find((group) => at(group, 'summaries', 0, `${type}-summary`, 'put-code') === putCode);
        expect(at(found, 'external-ids', 'external-id', 0, 'external-id-value')).toBe(`listed-${type}`);
        expect(at(json, 'path')).toBe(`/${orcid.orcid}/${type}s`);
      },
    );
  }

  claim('the full item has every property in order, null when empty', 'reference 9.1, key order', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation());
    const { json } = await orcid.read(`employment/${putCode}`);
    expect(Object.keys(json as object)).toEqual([
      'created-date',
      'last-modified-date',
      'source',
      'put-code',
      'path',
      'department-name',
      'role-title',
      'start-date',
      'end-date',
      'organization',
      'url',
      'external-ids',
      'display-index',
      'visibility',
    ]);
    expect(at(json, 'department-name')).toBeNull();
    expect(at(json, 'external-ids')).toBeNull();
    expect(at(json, 'organization', 'address', 'region')).toBeNull();
  });

  claim('the summary has put-code after source and path last', 'reference 9.1, key order', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation());
    const { json } = await orcid.read(`employment/summary/${putCode}`);
    expect(Object.keys(json as object).slice(0, 4)).toEqual([
      'created-date',
      'last-modified-date',
      'source',
      'put-code',
    ]);
    expect(Object.keys(json as object).at(-1)).toBe('path');
  });

  claim('the source names the client in exactly six keys', 'reference 7.3', async (orcid) => {
    const putCode = await orcid.written('education', affiliation());
    const source = at((await orcid.read(`education/${putCode}`)).json, 'source') as Record<string, unknown>;
    expect(Object.keys(source)).toEqual([
      'source-orcid',
      'source-client-id',
      'source-name',
      'assertion-origin-orcid',
      'assertion-origin-client-id',
      'assertion-origin-name',
    ]);
    expect(at(source, 'source-client-id', 'path')).toBe(orcid.target.client.id);
    expect(at(source, 'source-orcid')).toBeNull();
  });

  claim('a normalized identifier is shown beside the one that was sent', 'reference 10.15', async (orcid) => {
    const body = affiliation({ 'external-ids': ids(externalId('hr-appointment-000482')) });
    const putCode = await orcid.written('employment', body);
    const id = at((await orcid.read(`employment/${putCode}`)).json, 'external-ids', 'external-id', 0);
    expect(at(id, 'external-id-normalized')).toEqual({ value: 'hr-appointment-000482', transient: true });
    expect(at(id, 'external-id-normalized-error')).toBeNull();
  });

  claim('PUT replaces the whole item, and what is left out is gone', 'reference 8', async (orcid) => {
    const putCode = await orcid.written(
      'employment',
      affiliation({ 'role-title': 'Clerk', 'start-date': date('2020') }),
    );
    const reply = await orcid.put('employment', putCode, affiliation({ 'end-date': date('2024', '08', '31') }));
    expect(reply.status).toBe(200);
    expect(at(reply.json, 'role-title')).toBeNull();
    expect(at(reply.json, 'start-date')).toBeNull();
    expect(at(reply.json, 'end-date', 'day', 'value')).toBe('31');
  });

  claim('what was read can be sent back as it is', 'reference 8, the usual pattern', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ 'external-ids': ids(externalId('round-trip')) }));
    const { json } = await orcid.read(`employment/${putCode}`);
    const reply = await orcid.put('employment', putCode, json as object);
    expect(reply.status).toBe(200);
    expect(at(reply.json, 'created-date')).toEqual(at(json, 'created-date'));
  });

  claim('DELETE answers 204, and the item is unknown afterwards', 'reference 5.4', async (orcid) => {
    const putCode = await orcid.written('service', affiliation());
    expect((await orcid.remove('service', putCode)).status).toBe(204);
    expectError(await orcid.read(`service/${putCode}`), 404, 9016);
    expectError(await orcid.remove('service', putCode), 404, 9016);
  });

  claim('DELETE looks only at the put-code, not at the type', 'S: deleteAffiliation', async (orcid) => {
    const putCode = await orcid.written('education', affiliation());
    expect((await orcid.remove('employment', putCode)).status).toBe(204);
  });

  claim('reading under another type is 404', 'reference 6.3', async (orcid) => {
    const putCode = await orcid.written('education', affiliation());
    expectError(await orcid.read(`employment/${putCode}`), 404, 9016);
  });

  claim('a put-code that is not a number is 400/9034', 'S: MemberApiServiceImplHelper.getPutCode', async (orcid) => {
    expectError(await orcid.read('employment/abc'), 400, 9034);
  });
});

claims('the rules of affiliations', (claim) => {
  claim('an employment needs an organization', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('employment', { 'role-title': 'Clerk' }), 400, 9046);
  });

  claim('an employment needs a disambiguated organization', VALIDATOR, async (orcid) => {
    const named = organization({ 'disambiguated-organization': undefined });
    expectError(await orcid.write('employment', { organization: named }), 400, 9045);
  });

  claim('an identifier that is not in the table of organizations is refused', VALIDATOR, async (orcid) => {
    const invented = organization({
      'disambiguated-organization': {
        'disambiguated-organization-identifier': 'https://ror.org/000000000',
        'disambiguation-source': 'ROR',
      },
    });
    expectError(await orcid.write('employment', { organization: invented }), 400, 9045);
    expectError(await orcid.write('service', { organization: invented }), 400, 9045);
  });

  claim('the identifier and its source are looked up as a pair', VALIDATOR, async (orcid) => {
    const crossed = organization({
      'disambiguated-organization': {
        'disambiguated-organization-identifier': 'https://ror.org/05dxps055',
        'disambiguation-source': 'GRID',
      },
    });
    expectError(await orcid.write('employment', { organization: crossed }), 400, 9045);
  });

  claim('GRID, Ringgold and the Funder Registry identify organizations as well', 'reference 9.2', async (orcid) => {
    const pairs = [
      ['grid.20861.3d', 'GRID'],
      ['6469', 'RINGGOLD'],
      ['http://dx.doi.org/10.13039/100006961', 'FUNDREF'],
    ];
    for (const [identifier, source] of pairs) {
      const known = organization({
        'disambiguated-organization': {
          'disambiguated-organization-identifier': identifier,
          'disambiguation-source': source,
        },
      });
      expect((await orcid.write('membership', { organization: known })).status).toBe(201);
    }
  });

  for (const type of ['employment', 'education'] as const) {
    claim(`${type} without city or country is 400/9060`, 'I: August 2025', async (orcid) => {
      const nowhere = organization({ address: { country: 'US' } });
      expectError(await orcid.write(type, { organization: nowhere }), 400, 9060);
    });
  }

  for (const type of FIVE) {
    claim(`${type} may lack city and country`, 'I: August 2025', async (orcid) => {
      expect((await orcid.write(type, { organization: organization({ address: {} }) })).status).toBe(201);
    });
  }

  claim(
    'a professional activity may lack the organization id when it has an identifier',
    'I: August 2025',
    async (orcid) => {
      const body = {
        organization: { name: 'American Board of Example Studies', address: {} },
        'external-ids': ids(externalId('cert-5521', { 'external-id-type': 'other-id' })),
      };
      expect((await orcid.write('qualification', body)).status).toBe(201);
    },
  );

  claim('a professional activity needs one of the two', 'I: August 2025', async (orcid) => {
    const body = { organization: { name: 'American Board of Example Studies', address: {} } };
    expectError(await orcid.write('distinction', body), 400, 9062);
  });

  claim('a city without a country is 400/9061', 'I: August 2025', async (orcid) => {
    const body = { organization: organization({ address: { city: 'Pasadena' } }) };
    expectError(await orcid.write('membership', body), 400, 9061);
  });

  claim('the element address is mandatory, even when empty', 'M: common-3.0.xsd', async (orcid) => {
    const named = organization({ address: undefined });
    expectError(await orcid.write('service', { organization: named }), 400, 9047);
  });

  claim('the end must not come before the start', VALIDATOR, async (orcid) => {
    const body = affiliation({ 'start-date': date('2024', '05'), 'end-date': date('2024', '04') });
    expectError(await orcid.write('employment', body), 400, 9055);
  });

  claim('dates are compared as far as both go', VALIDATOR, async (orcid) => {
    const body = affiliation({ 'start-date': date('2024', '05', '20'), 'end-date': date('2024') });
    expect((await orcid.write('employment', body)).status).toBe(201);
  });

  claim('an end without a start is accepted, whatever the documents say', 'reference 17', async (orcid) => {
    expect((await orcid.write('employment', affiliation({ 'end-date': date('2024') }))).status).toBe(201);
  });

  claim('a day that is not in the calendar is 400/9049', 'S: ActivityValidator.validateFuzzyDate', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ 'start-date': date('2021', '02', '30') })), 400, 9049);
  });

  claim('a month of one digit is 400/9049', 'S: ActivityValidator.validateFuzzyDate', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ 'start-date': date('2021', '2') })), 400, 9049);
  });

  claim('a year before 1900 breaks the schema', 'M: common-3.0.xsd', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ 'start-date': date('1899') })), 400, 9047);
  });

  claim('a day needs a month', 'M: common-3.0.xsd', async (orcid) => {
    const body = affiliation({ 'start-date': { year: { value: '2021' }, day: { value: '01' } } });
    expectError(await orcid.write('employment', body), 400, 9047);
  });

  claim('a role title over 4000 characters breaks the schema', 'M: common-3.0.xsd, long-text', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ 'role-title': 'x'.repeat(4001) })), 400, 9047);
    expect((await orcid.write('employment', affiliation({ 'role-title': 'x'.repeat(4000) }))).status).toBe(201);
  });

  claim('an unknown identifier type is not refused in affiliations', 'reference 9.3', async (orcid) => {
    const body = affiliation({ 'external-ids': ids(externalId('1', { 'external-id-type': 'house-number' })) });
    expect((await orcid.write('employment', body)).status).toBe(201);
  });

  claim('an unknown country is 400/9047', 'reference 5.2', async (orcid) => {
    const body = { organization: organization({ address: { city: 'Pasadena', country: 'ZZ' } }) };
    expectError(await orcid.write('employment', body), 400, 9047);
  });
});

claims('put-codes, duplicates and sources of affiliations', (claim) => {
  claim('a put-code in a POST is 400/9024', 'S: InvalidPutCodeException', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ 'put-code': 1 })), 400, 9024);
  });

  claim(
    'a PUT whose body has another put-code, or none, is 400/9019',
    'S: MismatchedPutCodeException',
    async (orcid) => {
      const putCode = await orcid.written('employment', affiliation());
      const path = `${orcid.orcid}/employment/${putCode}`;
      const other = await orcid.member(path, { method: 'PUT', body: affiliation({ 'put-code': putCode + 1 }) });
      const none = await orcid.member(path, { method: 'PUT', body: affiliation() });
      expectError(other, 400, 9019);
      expectError(none, 400, 9019);
      expect(at(none.json, 'developer-message')).toContain('the one in the body was null');
    },
  );

  claim(
    'the same self identifier twice is 409/9021, and the message names the first',
    'S: checkExternalIdentifiersForDuplicates',
    async (orcid) => {
      const body = affiliation({ 'external-ids': ids(externalId('twice')) });
      const putCode = await orcid.written('employment', body);
      const again = await orcid.write('employment', body);
      expectError(again, 409, 9021);
      expect(at(again.json, 'developer-message')).toContain(`put-code ${putCode}.`);
    },
  );

  claim(
    'an affiliation without identifiers is never recognised: a repeated POST makes a second one',
    'reference 8',
    async (orcid) => {
      const first = await orcid.written('employment', affiliation({ 'role-title': 'Same' }));
      const second = await orcid.written('employment', affiliation({ 'role-title': 'Same' }));
      expect(second).not.toBe(first);
    },
  );

  claim('the same identifier as part-of is no duplicate', 'S: areRelationshipsSameAndSelf', async (orcid) => {
    const part = externalId('part', { 'external-id-relationship': 'part-of' });
    await orcid.written('employment', affiliation({ 'external-ids': ids(part) }));
    expect((await orcid.write('employment', affiliation({ 'external-ids': ids(part) }))).status).toBe(201);
  });

  claim(
    'the same identifier in another section is no duplicate',
    'S: checkAffiliationExternalIDsForDuplicates',
    async (orcid) => {
      const body = affiliation({ 'external-ids': ids(externalId('two-sections')) });
      await orcid.written('employment', body);
      expect((await orcid.write('education', body)).status).toBe(201);
    },
  );

  claim('a PUT may keep its own identifier', 'S: checkExternalIdentifiersForDuplicates', async (orcid) => {
    const body = affiliation({ 'external-ids': ids(externalId('keeps')) });
    const putCode = await orcid.written('employment', body);
    expect((await orcid.put('employment', putCode, body)).status).toBe(200);
  });

  claim(
    'a PUT may not take the identifier of another item',
    'S: checkExternalIdentifiersForDuplicates',
    async (orcid) => {
      await orcid.written('employment', affiliation({ 'external-ids': ids(externalId('taken')) }));
      const putCode = await orcid.written('employment', affiliation());
      const body = affiliation({ 'external-ids': ids(externalId('taken')) });
      expectError(await orcid.put('employment', putCode, body), 409, 9021);
    },
  );

  claim('affiliations that share an identifier stand in one group', 'S: ActivitiesGroupGenerator', async (orcid) => {
    const version = externalId('shared', { 'external-id-relationship': 'version-of' });
    const first = await orcid.written('membership', affiliation({ 'external-ids': ids(externalId('shared')) }));
    const second = await orcid.written('membership', affiliation({ 'external-ids': ids(version) }));
    const { json } = await orcid.read('memberships');
    const group = (at(json, 'affiliation-group') as unknown[]).find((candidate) =>
      (at(candidate, 'summaries') as unknown[]).some((entry) => at(entry, 'membership-summary', 'put-code') === first),
    );
    const putCodes = (at(group, 'summaries') as unknown[]).map((entry) => at(entry, 'membership-summary', 'put-code'));
    expect(putCodes.sort()).toEqual([first, second].sort());
  });

  claim('an item without identifiers is a group of its own with an empty list', 'reference 10.15', async (orcid) => {
    const putCode = await orcid.written('distinction', affiliation());
    const { json } = await orcid.read('distinctions');
    const group = (at(json, 'affiliation-group') as unknown[]).find(
      (candidate) => at(candidate, 'summaries', 0, 'distinction-summary', 'put-code') === putCode,
    );
    expect(at(group, 'external-ids')).toEqual({ 'external-id': [] });
    expect(at(group, 'summaries', 0, 'distinction-summary', 'external-ids')).toBeNull();
  });

  claim.local(
    'another client may neither change nor delete the item: 403/9010, and the text says work',
    'S: checkSourceAndThrow',
    async (orcid) => {
      const putCode = await orcid.written('employment', affiliation());
      const token = await orcid.running.token('connects', ['/read-limited', '/activities/update'], {
        id: 'APP-EXAMPLE000000002',
        secret: '',
      });
      const changed = await orcid.put('employment', putCode, affiliation(), { token });
      expectError(changed, 403, 9010);
      expect(at(changed.json, 'developer-message')).toContain('source of the work');
      expectError(await orcid.remove('employment', putCode, { token }), 403, 9010);
    },
  );

  claim.local(
    'the same identifier from another source is no duplicate',
    'S: isTheSameForDuplicateChecking',
    async (orcid) => {
      const body = affiliation({ 'external-ids': ids(externalId('two-sources')) });
      await orcid.written('employment', body);
      const token = await orcid.running.token('connects', ['/activities/update'], {
        id: 'APP-EXAMPLE000000002',
        secret: '',
      });
      const reply = await orcid.write('employment', body, { token });
      expect(reply.status).toBe(201);
      expect(putCodeIn(reply)).toBeGreaterThan(0);
    },
  );
});
