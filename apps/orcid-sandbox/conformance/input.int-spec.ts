import { affiliation, date, externalId, funding, ids, notification, peerReview, work } from '../testing/bodies.ts';
import { at } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

let counter = 0;
const fresh = (): string => `10.5555/input-${Date.now()}-${(counter += 1)}`;
const contributors = (contributor: object) => ({ contributors: { contributor: [contributor] } });

claims('bare text in place of an object', (claim) => {
  const CLASSES = 'M: v3/release/common, constructors that take a String';

  claim("is good for a contributor's name, iD and e-mail address", CLASSES, async (orcid) => {
    const contributor = {
      'contributor-orcid': '0000-0002-1825-0097',
      'credit-name': 'Josiah Carberry',
      'contributor-email': 'josiah@example.org',
    };
    const putCode = await orcid.written('work', work(fresh(), contributors(contributor)));
    const { json } = await orcid.read(`work/${putCode}`);
    expect(at(json, 'contributors', 'contributor', 0)).toMatchObject({
      'contributor-orcid': { path: '0000-0002-1825-0097' },
      'credit-name': { value: 'Josiah Carberry' },
    });
  });

  claim('in one element does not spoil a bulk', CLASSES, async (orcid) => {
    const bare = work(fresh(), contributors({ 'contributor-email': 'josiah@example.org' }));
    const body = { bulk: [{ work: bare }, { work: work(fresh()) }] };
    const { status, json } = await orcid.member(`${orcid.orcid}/works`, { method: 'POST', body });
    expect(status).toBe(200);
    for (const index of [0, 1]) {
      const putCode = String(at(json, 'bulk', index, 'work', 'put-code'));
      orcid.remember(`${orcid.target.api}/v3.0/${orcid.orcid}/work/${putCode}`);
    }
  });

  claim('is good for a contributor’s mail, which nobody is shown', 'S: ContributorUtils', async (orcid) => {
    const mail = { 'contributor-email': 'josiah@example.org' };
    for (const [section, item] of [
      ['work', work(fresh(), contributors(mail))],
      ['funding', funding(fresh(), contributors(mail))],
    ] as const) {
      const putCode = await orcid.written(section, item);
      expect(JSON.stringify((await orcid.read(`${section}/${putCode}`)).json)).not.toContain('josiah@example.org');
    }
  });

  claim("is good for a funder's own type", 'M: OrganizationDefinedFundingSubType', async (orcid) => {
    const putCode = await orcid.written('funding', funding(fresh(), { 'organization-defined-type': 'Chair' }));
    const { json } = await orcid.read(`funding/${putCode}`);
    expect(at(json, 'organization-defined-type')).toEqual({ value: 'Chair' });
  });

  claim('is good for the address of what was reviewed', 'M: Url', async (orcid) => {
    const urls = { 'subject-url': 'https://example.org/paper', 'review-url': 'https://example.org/review' };
    const putCode = await orcid.written('peer-review', peerReview(fresh(), urls));
    const { json } = await orcid.read(`peer-review/${putCode}`);
    expect(at(json, 'subject-url', 'value')).toBe('https://example.org/paper');
  });

  claim('is a translated title that lacks its language', 'M: TranslatedTitle, work-3.0.xsd', async (orcid) => {
    const title = { title: 'Pots', 'translated-title': 'Töpfe' };
    expectError(await orcid.write('work', work(fresh(), { title })), 400, 9047);
  });

  claim('is good for the source, which is forgotten anyway', 'M: SourceName, SourceClientId', async (orcid) => {
    const source = { 'source-name': 'Somebody', 'source-client-id': 'APP-0000000000000000' };
    const putCode = await orcid.written('work', work(fresh(), { source }));
    const { json } = await orcid.read(`work/${putCode}`);
    expect(at(json, 'source', 'source-client-id', 'path')).toBe(orcid.target.client.id);
  });

  claim.local('is good for the authorization url of a notification', 'M: AuthorizationUrl', async (orcid) => {
    const reply = await orcid.member(`${orcid.orcid}/notification-permission`, {
      method: 'POST',
      token: await orcid.clientToken('/premium-notification'),
      body: notification({ 'authorization-url': 'https://www.example.edu/connect' }),
    });
    expect(reply.status).toBe(201);
  });

  claim('is refused where the class has no such constructor', 'M: Year, Country', async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { country: 'US' })), 400, 9047);
    const year = { 'publication-date': { year: '2023' } };
    expectError(await orcid.write('work', work(fresh(), year)), 400, 9047);
  });
});

claims('money', (claim) => {
  const amount = (value: string, currency: string) => ({ amount: { value, 'currency-code': currency } });

  claim('may be in a currency of the past, or in none', 'M: CurrencyAdapter, java.util.Currency', async (orcid) => {
    for (const currency of ['DEM', 'FRF', 'ADP', 'USN', 'XXX']) {
      const reply = await orcid.write('funding', funding(fresh(), amount('5', currency)));
      expect([currency, reply.status]).toEqual([currency, 201]);
    }
  });

  claim(
    'in a currency that Java does not know is 400/9047',
    'M: CurrencyAdapter, java.util.Currency',
    async (orcid) => {
      expectError(await orcid.write('funding', funding(fresh(), amount('5', 'QQQ'))), 400, 9047);
    },
  );

  claim('is what Double.parseDouble reads', 'S: ActivityValidator.validateFunding', async (orcid) => {
    for (const value of ['1e3', '.5', ' 7 ']) {
      const reply = await orcid.write('funding', funding(fresh(), amount(value, 'EUR')));
      expect([value, reply.status]).toEqual([value, 201]);
    }
    for (const value of ['0x10', '1_000', '1,000']) {
      expectError(await orcid.write('funding', funding(fresh(), amount(value, 'EUR'))), 400, 9054);
    }
  });
});

claims('what is left out or empty', (claim) => {
  const VALIDATOR = 'S: ExternalIDValidator since 2023-01-18';
  const bare = (type: string) =>
    externalId(fresh(), { 'external-id-type': type, 'external-id-relationship': undefined });

  claim('an identifier of a work without relationship is 400/9023', VALIDATOR, async (orcid) => {
    const self = externalId(fresh(), { 'external-id-type': 'doi' });
    const body = work(fresh(), { 'external-ids': ids(self, bare('issn')) });
    const reply = await orcid.write('work', body);
    expectError(reply, 400, 9023);
    expect(reply.text).toContain('Invalid external-id  relationship');
  });

  claim('an identifier of a funding without relationship is 400/9023', VALIDATOR, async (orcid) => {
    const body = funding(fresh(), { 'external-ids': ids(bare('grant_number')) });
    expectError(await orcid.write('funding', body), 400, 9023);
  });

  claim('an identifier of a review without relationship is 400/9023', 'S: ExternalIDValidatorTest', async (orcid) => {
    const body = peerReview(fresh(), { 'review-identifiers': ids(bare('source-work-id')) });
    expectError(await orcid.write('peer-review', body), 400, 9023);
  });

  claim('an identifier of an affiliation needs none', 'reference 9.3', async (orcid) => {
    await orcid.written('employment', affiliation({ 'external-ids': ids(bare('source-work-id')) }));
  });

  claim(
    'an empty contributor e-mail is 400/9020 in a bulk, and breaks the schema alone',
    'S: ActivityValidator.validateWork',
    async (orcid) => {
      for (const empty of ['', { value: '' }, {}]) {
        const body = work(fresh(), contributors({ 'contributor-email': empty }));
        const call = { method: 'POST', body: { bulk: [{ work: body }] } };
        const { json } = await orcid.member(`${orcid.orcid}/works`, call);
        expect(at(json, 'bulk', 0, 'error', 'error-code')).toBe(9020);
      }
      const alone = work(fresh(), contributors({ 'contributor-email': '' }));
      expectError(await orcid.write('work', alone), 400, 9047);
    },
  );
});

claims('an affiliation under the path of another kind', (claim) => {
  const UPDATE = 'S: AffiliationsManagerImpl.updateAffiliation';

  claim('becomes one of that kind by PUT', UPDATE, async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ 'start-date': date('2020') }));
    const reply = await orcid.put('education', putCode, affiliation({ 'role-title': 'PhD' }));
    expect([reply.status, at(reply.json, 'path')]).toEqual([200, `/${orcid.orcid}/education/${putCode}`]);
    expectError(await orcid.read(`employment/${putCode}`), 404, 9016);
    expect(at((await orcid.read(`education/${putCode}`)).json, 'role-title')).toBe('PhD');
    expect((await orcid.read('employments')).text).not.toContain(`"put-code":${putCode},`);
  });

  claim('obeys the rules of the new kind', UPDATE, async (orcid) => {
    const putCode = await orcid.written('service', affiliation());
    const noCity = affiliation();
    noCity['organization'] = { ...(noCity['organization'] as object), address: { country: 'US' } };
    expectError(await orcid.put('employment', putCode, noCity), 400, 9060);
    expect((await orcid.read(`service/${putCode}`)).status).toBe(200);
  });

  claim('is unknown under the path of a work', UPDATE, async (orcid) => {
    const putCode = await orcid.written('employment', affiliation());
    expectError(await orcid.put('work', putCode, work(fresh())), 404, 9016);
  });
});
