import { parsePutCode, type Work } from '@ligature/orcid-model';
import { aWork } from '@ligature/orcid-model/testing';
import type { OrcidClient } from '../orcid-client.ts';
import type { RecordAccess } from '../record-access.ts';
import { SandboxProcess } from '../testing/sandbox-process.ts';

const numbered = (n: number): Work =>
  aWork({ title: `Work ${n}`, externalIds: [{ type: 'source-work-id', value: `w-${n}`, relationship: 'self' }] });
const works = (count: number, from = 0) => Array.from({ length: count }, (_, at) => numbered(from + at));
const all = async <T>(found: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
};

describe('many works', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;
  let access: RecordAccess;

  beforeAll(async () => {
    orcid = await SandboxProcess.start({ limits: { worksPerRecord: 250 } });
    client = orcid.client();
  });

  beforeEach(async () => {
    access = await orcid.access(await orcid.someone());
    await orcid.calls();
  });

  afterEach(() => orcid.noFaults());

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  it('are written a hundred a call, and each gets its put-code', async () => {
    const created = await all(client.items.createMany(access, 'work', works(230)));
    expect(created.every(({ kind }) => kind === 'created')).toBe(true);
    expect((await orcid.calls()).map(({ method, status }) => [method, status])).toEqual([
      ['POST', 200],
      ['POST', 200],
      ['POST', 200],
    ]);
    const codes = created.flatMap((one) => (one.kind === 'created' ? [one.putCode] : []));
    const seen = await client.items.read(access, 'work', codes[229]!);
    expect(seen.content.title).toBe('Work 229');
  });

  it('are read whole, a hundred a call', async () => {
    await all(client.items.createMany(access, 'work', works(230)));
    await orcid.calls();
    const titles = (await all(client.works.all(access))).map(({ content }) => content.title);
    expect(new Set(titles)).toEqual(new Set(works(230).map(({ title }) => title)));
    expect(await orcid.calls()).toHaveLength(1 + 3);
  });

  it('have results in the order they were given: written, refused by ORCID, faulty and never sent', async () => {
    await client.items.create(access, { section: 'work', content: numbered(1) });
    await orcid.calls();
    const given = [numbered(0), aWork({ title: '' }), numbered(1), numbered(2), numbered(2)];
    const outcomes = await all(client.items.createMany(access, 'work', given));
    expect(outcomes).toMatchObject([
      { kind: 'created' },
      { kind: 'refused', error: { code: 'invalid-item', explanation: 'title must not be empty' } },
      { kind: 'refused', error: { code: 'duplicate-item' } },
      { kind: 'created' },
      { kind: 'refused', error: { code: 'duplicate-item' } },
    ]);
    const [, , before, second, again] = outcomes;
    expect(before).toMatchObject({
      error: {
        putCode: (await client.items.itemsIn(access, 'work')).find(({ content }) => content.title === 'Work 1')
          ?.putCode,
      },
    });
    expect(
      second?.kind === 'created' && again?.kind === 'refused' && (again.error as { putCode?: string }).putCode,
    ).toBe(second?.kind === 'created' && second.putCode);
  });

  it('cost no call when none of them can be sent', async () => {
    expect(await all(client.items.createMany(access, 'work', [aWork({ title: '' })]))).toHaveLength(1);
    expect(await all(client.items.createMany(access, 'work', []))).toEqual([]);
    expect(await orcid.calls()).toEqual([]);
  });

  it('keep the results of the calls before one that fails', async () => {
    await orcid.fault({ effect: 'reset-after', method: 'POST', path: '/works$', skip: 1, times: 1 });
    const results: string[] = [];
    const writing = async () => {
      for await (const one of client.items.createMany(access, 'work', works(200))) results.push(one.kind);
    };
    await expect(writing()).rejects.toMatchObject({ code: 'orcid-unavailable', effect: 'unknown' });
    expect(results).toHaveLength(100);
  });

  it('are refused as a whole when the record holds all it may', async () => {
    await all(client.items.createMany(access, 'work', works(200)));
    await expect(all(client.items.createMany(access, 'work', works(100, 200)))).rejects.toMatchObject({
      code: 'record-full',
    });
  });

  it('are left out where they are gone or not to be seen', async () => {
    const putCode = await client.items.create(access, { section: 'work', content: numbered(1) });
    const found = await all(client.works.readMany(access, [parsePutCode('999999'), putCode]));
    expect(found.map((one) => one.putCode)).toEqual([putCode]);
  });

  it('can be a single one, or none', async () => {
    expect(await all(client.works.all(access))).toEqual([]);
    const putCode = await client.items.create(access, { section: 'work', content: numbered(1) });
    expect(await client.works.putCodes(access)).toEqual([putCode]);
  });

  it('are not half a list when half of the answer came', async () => {
    await all(client.items.createMany(access, 'work', works(50)));
    await orcid.fault({ effect: 'truncate', path: '/works$' });
    await expect(client.works.putCodes(access)).rejects.toMatchObject({ code: 'orcid-unavailable' });
    await orcid.noFaults();
    await orcid.fault({ effect: 'truncate', path: '/works$', times: 1 });
    expect(await client.works.putCodes(access)).toHaveLength(50);
  });
});
