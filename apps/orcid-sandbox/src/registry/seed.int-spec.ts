import { work } from '../../testing/bodies.ts';
import { at, send, sendForm } from '../../testing/http-client.ts';
import { Running, UNIVERSITY } from '../../testing/running.ts';
import { type SettingsInput } from '../settings/settings.ts';

const CLIENT = { ...UNIVERSITY, name: 'Example University', type: 'premium' as const };

describe('settings that fill the registry before anybody comes', () => {
  let orcid: Running | undefined;
  afterEach(async () => {
    await orcid?.stop();
    orcid = undefined;
  });

  async function start(settings: SettingsInput): Promise<Running> {
    orcid = await Running.start({ clients: [CLIENT], people: [], ...settings });
    return orcid;
  }

  it('bring items, each with its source and visibility', async () => {
    const running = await start({
      people: [
        {
          key: 'ada',
          givenNames: 'Ada',
          items: [
            { section: 'work', content: work('10.5555/own') },
            { section: 'work', content: work('10.5555/ours'), source: UNIVERSITY.id, visibility: 'private' },
          ],
        },
      ],
    });
    const iD = await running.orcid('ada');
    const { json } = await running.member(`${iD}/works`, { token: await running.token('ada') });
    const groups = at(json, 'group') as unknown[];
    expect(groups.map((group) => at(group, 'work-summary', 0, 'source', 'source-name', 'value'))).toEqual([
      'Ada',
      'Example University',
    ]);
    expect(groups.map((group) => at(group, 'work-summary', 0, 'visibility'))).toEqual(['public', 'private']);
  });

  it('fix put-codes, places and dates, and what comes later is higher', async () => {
    const created = '2016-03-03T18:26:06.956Z';
    const fixed = { putCode: 141941, displayIndex: 7, created };
    const items = [{ section: 'work' as const, content: work('10.5555/own'), ...fixed }];
    const running = await start({
      people: [{ key: 'ada', givenNames: 'Ada', created, items }],
      groups: [{ groupId: 'issn:love', name: 'Love', putCode: 1104 }],
    });
    const [iD, token] = [await running.orcid('ada'), await running.token('ada')];
    const { json } = await running.member(`${iD}/work/summary/141941`, { token });
    expect([at(json, 'display-index'), at(json, 'created-date', 'value')]).toEqual(['7', Date.parse(created)]);
    const record = await running.member(iD, { token });
    expect(at(record.json, 'history', 'submission-date', 'value')).toBe(Date.parse(created));
    const reader = await running.token(undefined, ['/group-id-record/read']);
    expect(at((await running.member('group-id-record/1104', { token: reader })).json, 'name')).toBe('Love');
    const posted = await running.member(`${iD}/work`, { method: 'POST', token, body: work('10.5555/new') });
    expect(posted.headers.get('location')).toMatch(/\/work\/141942$/);
  });

  it('bring tokens, live and revoked', async () => {
    const token = { client: UNIVERSITY.id, person: 'ada', scopes: ['/read-limited'] };
    const running = await start({
      people: [{ key: 'ada', givenNames: 'Ada' }],
      tokens: [
        { ...token, accessToken: 'live', refreshToken: 'refresh' },
        { ...token, accessToken: 'dead', revoked: 'USER_REVOKED' },
      ],
    });
    const iD = await running.orcid('ada');
    expect((await running.member(iD, { token: 'live' })).status).toBe(200);
    expect((await running.member(iD, { token: 'dead' })).status).toBe(401);
    const { id, secret } = UNIVERSITY;
    const form = { grant_type: 'refresh_token', refresh_token: 'refresh', client_id: id, client_secret: secret };
    expect((await sendForm(`${running.site}/oauth/token`, form)).status).toBe(200);
  });

  it('bring peer-review groups and organizations', async () => {
    const running = await start({
      people: [{ key: 'ada', givenNames: 'Ada' }],
      groups: [{ groupId: 'publons:pots', name: 'Pots' }],
      organizations: [{ name: 'Our Own', country: 'AT', identifiers: [{ source: 'RINGGOLD', value: '424242' }] }],
    });
    const reader = await running.token(undefined, ['/group-id-record/read']);
    const group = await running.member('group-id-record?group-id=publons:pots', { token: reader });
    expect(at(group.json, 'name')).toBe('Pots');
    const organization = {
      name: 'Our Own',
      address: { city: 'Graz', country: 'AT' },
      'disambiguated-organization': {
        'disambiguated-organization-identifier': '424242',
        'disambiguation-source': 'RINGGOLD',
      },
    };
    const body = { organization };
    const call = { method: 'POST', token: await running.token('ada'), body };
    expect((await running.member(`${await running.orcid('ada')}/employment`, call)).status).toBe(201);
  });

  it.each(['locked', 'deactivated'] as const)('may have a client that is %s, which gets no token', async (state) => {
    const running = await start({ clients: [{ ...CLIENT, state }] });
    const { id, secret } = UNIVERSITY;
    const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: id, client_secret: secret };
    const reply = await sendForm(`${running.site}/oauth/token`, form);
    expect([reply.status, at(reply.json, 'error')]).toEqual([401, 'invalid_client']);
  });

  it('give a record that is full room for no further work: 409/9048', async () => {
    const running = await start({
      people: [{ key: 'ada', givenNames: 'Ada', items: [{ section: 'work', content: work('10.5555/1') }] }],
      limits: { worksPerRecord: 2 },
    });
    const [path, token] = [`${await running.orcid('ada')}/work`, await running.token('ada')];
    const post = (doi: string) => running.member(path, { method: 'POST', token, body: work(doi) });
    expect((await post('10.5555/2')).status).toBe(201);
    const full = await post('10.5555/3');
    expect([full.status, at(full.json, 'error-code')]).toEqual([409, 9048]);
  });

  it('are refused when they name somebody who is not there', async () => {
    await expect(start({ people: [{ givenNames: 'A', key: 'a', state: 'merged', mergedInto: 'b' }] })).rejects.toThrow(
      'merged into b',
    );
    const token = { accessToken: 'x', client: UNIVERSITY.id, person: 'nobody', scopes: ['/read-limited'] };
    await expect(start({ tokens: [token] })).rejects.toThrow('nobody');
  });

  it('are refused when an item could not have been written', async () => {
    const items = [{ section: 'work' as const, content: { type: 'journal-article' } }];
    await expect(start({ people: [{ givenNames: 'A', key: 'a', items }] })).rejects.toThrow('title');
  });

  it('mint iDs with a check digit in a block of their own', async () => {
    const running = await start({ people: [{ key: 'ada', givenNames: 'Ada' }] });
    const iD = await running.orcid('ada');
    expect(iD).toMatch(/^0009-9900-0000-\d{3}[\dX]$/);
    expect((await send(`${running.pub}/v3.0/${iD}/person`)).status).toBe(200);
  });
});
