import { readFileSync } from 'node:fs';
import { parsePutCode, Secret } from '@ligature/orcid-model';
import {
  aFunding,
  anEmployment,
  anOrcidId,
  aPeerReview,
  aPermissionNotification,
  aResearchResource,
  aWork,
} from '@ligature/orcid-model/testing';
import { OrcidClient } from './orcid-client.ts';
import { OrcidDouble } from './testing/index.ts';

type Call = (...given: never) => Promise<unknown> | AsyncGenerator;
type Groups = Omit<OrcidClient, 'close'>;
/** Arguments for every method that makes calls: one that is forgotten does not compile. */
type Everything = {
  readonly [G in keyof Groups]: {
    readonly [M in keyof Groups[G] as Groups[G][M] extends Call ? M : never]: Groups[G][M] extends Call
      ? Parameters<Groups[G][M]>
      : never;
  };
};

const us = { clientId: 'APP-1', clientSecret: new Secret('client-secret', 'hush') };
const id = anOrcidId();
const ada = { orcid: id, token: new Secret('access-token', 'tok') };
const putCode = parsePutCode('7');
const group = { id: 'issn:0378-5955', name: 'Reviews', description: 'All', type: 'journal' } as const;
const callback = 'https://portal.example.edu/changed/1';

const items = <T>(content: T) => ({
  list: [ada] as [typeof ada],
  read: [ada, putCode] as [typeof ada, typeof putCode],
  create: [ada, content] as [typeof ada, T],
  replace: [ada, putCode, content] as [typeof ada, typeof putCode, T],
  remove: [ada, putCode] as [typeof ada, typeof putCode],
});
const activities = <T>(content: T) => ({
  ...items(content),
  readSummary: [ada, putCode] as [typeof ada, typeof putCode],
  createOnce: [ada, content, us.clientId] as [typeof ada, T, string],
});

const EVERYTHING: Everything = {
  tokens: {
    exchange: [us, { code: 'c0de', redirectUri: callback }],
    refresh: [us, new Secret('refresh-token', 'r')],
    revoke: [us, ada.token],
    forClient: [us, '/authenticate'],
    asClient: [us, 'openid', () => Promise.resolve()],
  },
  openId: { userInfo: [ada.token], configuration: [], keys: [] },
  records: {
    read: [ada],
    person: [ada],
    personalDetails: [ada],
    biography: [ada],
    emails: [ada],
    activities: [ada],
    summary: [ada],
  },
  recordStates: { stateOf: [us, id] },
  items: {
    create: [ada, { section: 'employment', content: anEmployment() }],
    createMany: [ada, 'work', [aWork()]],
    replace: [ada, putCode, { section: 'employment', content: anEmployment() }],
    remove: [ada, 'employment', putCode],
    read: [ada, 'employment', putCode],
    itemsIn: [ada, 'employment'],
    itemsOf: [ada],
  },
  affiliations: {
    ...activities(anEmployment()),
    list: [ada, 'employment'],
    read: [ada, 'employment', putCode],
    readSummary: [ada, 'employment', putCode],
    remove: [ada, 'employment', putCode],
  },
  works: {
    ...activities(aWork()),
    all: [ada],
    putCodes: [ada],
    readMany: [ada, [putCode, putCode]],
    createMany: [ada, [aWork()]],
  },
  fundings: activities(aFunding()),
  peerReviews: activities(aPeerReview()),
  researchResources: activities(aResearchResource()),
  addresses: items('DE'),
  keywords: items('pots'),
  otherNames: items('A. E.'),
  researcherUrls: items({ name: 'Home', url: 'https://example.org' }),
  externalIdentifiers: items({ type: 'Profile', value: '1', url: callback, relationship: 'self' } as const),
  search: {
    ids: [us, 'ada'],
    idsPage: [us, 'ada'],
    people: [us, 'ada'],
    peoplePage: [us, 'ada'],
    csv: [us, 'ada', ['orcid']],
  },
  groups: {
    all: [us],
    findById: [us, group.id],
    findByName: [us, group.name],
    read: [us, putCode],
    create: [us, group],
    replace: [us, putCode, group],
    remove: [us, putCode],
  },
  webhooks: { register: [us, id, callback], unregister: [us, id, callback] },
  notifications: {
    send: [us, id, aPermissionNotification()],
    list: [us, id],
    read: [us, id, putCode],
    archive: [us, id, putCode],
  },
  status: { isServing: [], isUp: [], read: [], client: [us, 'APP-2'] },
  publicApi: { status: [], identifierTypes: [] },
};

const TABLE = [
  ...readFileSync(new URL('../CALLS.md', import.meta.url), 'utf8').matchAll(/^\| (\w+) +\| `(.+?)` +\| `(.+?)` +\|$/gm),
].map(([, at = '', call = '', method = '']) => [method, call, at] as const);

describe('the table of calls', () => {
  let orcid: OrcidDouble;
  let client: OrcidClient;

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    const { site } = orcid.addresses;
    const settings = { tries: 1, requestsPerSecond: 1_000_000 };
    client = new OrcidClient({ orcid: { site, api: `${site}/api`, pub: `${site}/pub` }, ...settings });
    for (const scope of ['/read-public', '/webhook', '/premium-notification'] as const) await hold(scope);
    for (const scope of ['/group-id-record/read', '/group-id-record/update'] as const) await hold(scope);
  });

  const hold = (scope: Parameters<typeof client.tokens.forClient>[1]) => {
    orcid.willAnswer({ status: 200, body: { access_token: 'ours', expires_in: 3600 } });
    return client.tokens.forClient(us, scope);
  };

  beforeEach(() => orcid.seen.splice(0));

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  it('has every method', () => {
    const all = Object.entries(EVERYTHING).flatMap(([name, methods]) =>
      Object.keys(methods).map((one) => `${name}.${one}`),
    );
    expect(TABLE.map(([method]) => method).sort()).toEqual(all.sort());
  });

  it.each(TABLE)('says that %s makes the call %s at %s', async (method, call, at) => {
    orcid.willAnswer({ status: 404, body: { 'error-code': 9011 } });
    await make(method);
    const host = at === 'site' ? '' : `/${at}`;
    expect(orcid.seen.map((one) => `${one.method} ${named(one.path)}`)).toEqual([call.replace(' ', ` ${host}`)]);
  });

  const make = async (name: string): Promise<void> => {
    const [groupName = '', method = ''] = name.split('.');
    const [calls, given] = [client, EVERYTHING].map((one) => (one as unknown as Record<string, object>)[groupName]);
    const run = (calls as Record<string, (...given: unknown[]) => Promise<unknown> | AsyncGenerator>)[method];
    const made = run?.apply(calls, (given as Record<string, unknown[]>)[method] ?? []);
    // What became of it is not the question here.
    await (made && 'next' in made ? made.next() : made)?.catch(() => undefined);
  };
});

/** A path with its values named as the table names them. */
function named(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(id, '{iD}')
    .replace(encodeURIComponent(callback), '{callback}')
    .replace('/APP-2', '/{client}')
    .replace(/(?<=[/,])7(?=,|$)/g, '{put-code}');
}
