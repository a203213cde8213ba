import { date, externalId, funding, ids, organization, peerReview, researchResource } from '../testing/bodies.ts';
import { at } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

let counter = 0;
const fresh = (): string => `conformance-${Date.now()}-${(counter += 1)}`;

claims('fundings', (claim) => {
  const VALIDATOR = 'S: ActivityValidator.validateFunding';

  claim(
    'a funding is listed by group, and its identifiers are not normalized',
    'observed by orcid-mock',
    async (orcid) => {
      const number = fresh().toUpperCase();
      const putCode = await orcid.written('funding', funding(number));
      const { json } = await orcid.read('fundings');
      const group = (at(json, 'group') as unknown[]).find(
        (one) => at(one, 'funding-summary', 0, 'put-code') === putCode,
      );
      expect(at(group, 'external-ids', 'external-id', 0, 'external-id-value')).toBe(number);
      expect(at(group, 'external-ids', 'external-id', 0, 'external-id-normalized')).toBeNull();
    },
  );

  claim('without a title it is 400/9022', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('funding', funding(fresh(), { title: undefined })), 400, 9022);
  });

  claim('without identifiers it is 400/9023', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('funding', funding(fresh(), { 'external-ids': undefined })), 400, 9023);
  });

  claim('without a type the schema is broken', 'M: funding-3.0.xsd', async (orcid) => {
    expectError(await orcid.write('funding', funding(fresh(), { type: undefined })), 400, 9047);
  });

  claim('without a disambiguated organization it is 400/9045', VALIDATOR, async (orcid) => {
    const named = organization({ 'disambiguated-organization': undefined });
    expectError(await orcid.write('funding', funding(fresh(), { organization: named })), 400, 9045);
  });

  claim('an end needs a start', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('funding', funding(fresh(), { 'end-date': date('2024') })), 400, 9050);
  });

  claim('an amount must be a number', VALIDATOR, async (orcid) => {
    const amount = { value: 'a lot', 'currency-code': 'GBP' };
    expectError(await orcid.write('funding', funding(fresh(), { amount })), 400, 9054);
  });

  claim('an amount without a currency breaks the schema', 'M: common-3.0.xsd, amount', async (orcid) => {
    expectError(await orcid.write('funding', funding(fresh(), { amount: { value: '5' } })), 400, 9047);
  });

  claim(
    'the raw value of an identifier decides about duplicates',
    'S: checkExternalIdentifiersForDuplicates',
    async (orcid) => {
      const number = `${fresh()}-a`;
      await orcid.written('funding', funding(number));
      expectError(await orcid.write('funding', funding(number)), 409, 9021);
      expect((await orcid.write('funding', funding(number.toUpperCase()))).status).toBe(201);
    },
  );
});

claims('peer reviews', (claim) => {
  claim(
    'reviews stand in groups of their group, and in those in groups of duplicates',
    'reference 9.1',
    async (orcid) => {
      const putCode = await orcid.written('peer-review', peerReview(fresh()));
      const { json } = await orcid.read('peer-reviews');
      const group = (at(json, 'group') as unknown[]).find(
        (one) => at(one, 'external-ids', 'external-id', 0, 'external-id-value') === 'issn:0264-3561',
      );
      expect(at(group, 'external-ids', 'external-id', 0, 'external-id-type')).toBe('peer-review');
      const summaries = (at(group, 'peer-review-group') as unknown[]).map((one) => at(one, 'peer-review-summary', 0));
      const summary = summaries.find((one) => at(one, 'put-code') === putCode);
      expect(at(summary, 'completion-date', 'year', 'value')).toBe('2024');
      expect(at(summary, 'external-ids', 'external-id')).toHaveLength(1);
      expect(summary).not.toHaveProperty('review-identifiers');
    },
  );

  claim(
    'the organization need not be disambiguated, but what is given must be right',
    'reference 9.3',
    async (orcid) => {
      const named = organization({ 'disambiguated-organization': undefined });
      const invented = organization({
        'disambiguated-organization': {
          'disambiguated-organization-identifier': '000000000',
          'disambiguation-source': 'RINGGOLD',
        },
      });
      expect((await orcid.write('peer-review', peerReview(fresh(), { 'convening-organization': named }))).status).toBe(
        201,
      );
      expectError(
        await orcid.write('peer-review', peerReview(fresh(), { 'convening-organization': invented })),
        400,
        9045,
      );
    },
  );

  claim('an unregistered group is 400/9020', 'reference 9.3', async (orcid) => {
    const body = peerReview(fresh(), { 'review-group-id': 'orcid-generated:nobody-made-this' });
    expectError(await orcid.write('peer-review', body), 400, 9020);
  });

  claim('the group of an unknown journal is made on the fly', 'reference 9.3', async (orcid) => {
    expect(
      (await orcid.write('peer-review', peerReview(fresh(), { 'review-group-id': 'issn:0028-0836' }))).status,
    ).toBe(201);
  });

  claim('a group id of another form breaks the schema', 'M: common-3.0.xsd, group-id', async (orcid) => {
    expectError(await orcid.write('peer-review', peerReview(fresh(), { 'review-group-id': 'nature' })), 400, 9047);
  });

  claim('an empty list of identifiers is 400/9023', 'S: ActivityValidator.validatePeerReview', async (orcid) => {
    expectError(await orcid.write('peer-review', peerReview(fresh(), { 'review-identifiers': ids() })), 400, 9023);
  });

  claim('a version needs the review itself beside it', 'S: ExternalIDValidator.validatePeerReview', async (orcid) => {
    const version = ids(externalId(fresh(), { 'external-id-relationship': 'version-of' }));
    expectError(await orcid.write('peer-review', peerReview(fresh(), { 'review-identifiers': version })), 400, 9023);
  });

  claim('an unknown role is 400/9047', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('peer-review', peerReview(fresh(), { 'reviewer-role': 'referee' })), 400, 9047);
  });
});

claims('research resources', (claim) => {
  claim('resource-item is a bare list in JSON', 'reference 9.1', async (orcid) => {
    const putCode = await orcid.written('research-resource', researchResource(fresh()));
    const { json } = await orcid.read(`research-resource/${putCode}`);
    expect(at(json, 'resource-item', 0, 'resource-name')).toBe('Imaging beamline 4');
    expect(at(json, 'proposal', 'external-ids', 'external-id', 0, 'external-id-type')).toBe('proposal-id');
  });

  claim('its summary has the proposal only', 'M: research-resource-3.0.xsd', async (orcid) => {
    const putCode = await orcid.written('research-resource', researchResource(fresh()));
    const { json } = await orcid.read(`research-resource/summary/${putCode}`);
    expect(json).toHaveProperty('proposal');
    expect(json).not.toHaveProperty('resource-item');
  });

  claim('without an item the schema is broken', 'M: research-resource-3.0.xsd', async (orcid) => {
    expectError(await orcid.write('research-resource', researchResource(fresh(), { 'resource-item': [] })), 400, 9047);
  });

  claim('the same proposal twice is 409/9021', 'S: checkExternalIdentifiersForDuplicates', async (orcid) => {
    const id = fresh();
    await orcid.written('research-resource', researchResource(id));
    expectError(await orcid.write('research-resource', researchResource(id)), 409, 9021);
  });

  claim(
    'it is guarded by the scopes of affiliations',
    'S: MemberV3ApiServiceDelegatorImpl.createResearchResource',
    async (orcid) => {
      const token = await orcid.narrowed('/read-limited');
      expectError(await orcid.write('research-resource', researchResource(fresh()), { token }), 403, 9038);
    },
  );
});
