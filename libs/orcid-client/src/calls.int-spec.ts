import { readFileSync } from 'node:fs';
import {
  ACTIVITY_SECTIONS,
  ALL_SECTIONS,
  parsePutCode,
  Secret,
  type Section,
  type SectionItem,
  SECTIONS,
} from '@ligature/orcid-model';
import { anOrcidId, aPermissionNotification, aWork } from '@ligature/orcid-model/testing';
import { OrcidClient } from './orcid-client.ts';
import { OrcidDouble } from './testing/index.ts';
import { itemOf } from './testing/section-trials.ts';

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

/** The calls that every section has, as they are made for one of them. */
const itemCalls = <S extends Section>(section: S) => ({
  create: [ada, itemOf(section, 'full')] as [typeof ada, SectionItem<S>],
  createOnce: [ada, itemOf(section, 'full'), us.clientId] as [typeof ada, SectionItem<S>, string],
  replace: [ada, putCode, itemOf(section, 'full')] as [typeof ada, typeof putCode, SectionItem<S>],
  remove: [ada, section, putCode] as [typeof ada, S, typeof putCode],
  read: [ada, section, putCode] as [typeof ada, S, typeof putCode],
  readSummary: [ada, section, putCode] as [typeof ada, S, typeof putCode],
  itemsIn: [ada, section] as [typeof ada, S],
});

const EVERYTHING: Everything = {
  tokens: {
    exchange: [us, { code: 'c0de', redirectUri: callback }],
    refresh: [us, new Secret('refresh-token', 'r')],
    revoke: [us, ada.token],
    forClient: [us, '/authenticate'],
    asClient: [us, 'openid', () => Promise.resolve()],
    accepts: [us],
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
  items: { ...itemCalls('employment'), createMany: [ada, 'work', [aWork()]], itemsOf: [ada] },
  works: { all: [ada], putCodes: [ada], readMany: [ada, [putCode, putCode]] },
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

const CALLS = readFileSync(new URL('../CALLS.md', import.meta.url), 'utf8');
const ROWS = [...CALLS.matchAll(/^\| (site|api|pub) +\| `(.+?)` +\| `(.+?)` +\|$/gm)].map(
  ([, at = '', call = '', method = '']) => ({ method, call, at }),
);
const PATHS = [...CALLS.matchAll(/^\| `(\S+)` +\| `(\S+)` +\| `(\S+)` +\|$/gm)].map(([, ...cells]) => cells);

/** A row that holds for all sections is one for each of them. */
const TABLE = ROWS.flatMap(({ method, call, at }): [string, string, string, Section | undefined][] => {
  if (!call.includes('{item}') && !call.includes('{list}')) return [[method, call, at, undefined]];
  const sections: readonly Section[] = call.includes('/summary/') ? ACTIVITY_SECTIONS : ALL_SECTIONS;
  return sections.map((section) => {
    const { itemPath, listPath } = SECTIONS[section];
    return [method, call.replace('{item}', itemPath).replace('{list}', listPath), at, section];
  });
});

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
    expect(ROWS.map(({ method }) => method).sort()).toEqual(all.sort());
  });

  it('has the paths of every section', () => {
    expect(PATHS).toEqual(ALL_SECTIONS.map((one) => [one, SECTIONS[one].itemPath, SECTIONS[one].listPath]));
  });

  it.each(TABLE)('says that %s makes the call %s at %s', async (method, call, at, section) => {
    orcid.willAnswer({ status: 404, body: { 'error-code': 9011 } });
    await make(method, section);
    const host = at === 'site' ? '' : `/${at}`;
    expect(orcid.seen.map((one) => `${one.method} ${named(one.path)}`)).toEqual([call.replace(' ', ` ${host}`)]);
  });

  const make = async (name: string, section: Section | undefined): Promise<void> => {
    const [groupName = '', method = ''] = name.split('.');
    const everything = section === undefined ? EVERYTHING : { ...EVERYTHING, items: itemCalls(section) };
    const [calls, given] = [client, everything].map((one) => (one as unknown as Record<string, object>)[groupName]);
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
