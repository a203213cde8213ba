import { SessionRecords } from './session-records.ts';
import { TestModule } from './testing/index.ts';

const later = (): Date => new Date(Date.now() + 60_000);
const at = (sessionIndex?: string): object => ({ subject: 'ada', providerSession: { sessionIndex } });

describe('sessions', () => {
  let app: TestModule;
  let records: SessionRecords;
  const alive = async (...ids: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(ids.map(async (id) => ((await records.load(id)) === undefined ? [] : [id])));
    return found.flat();
  };

  beforeAll(async () => {
    app = await TestModule.start();
    records = app.get(SessionRecords);
  });

  afterAll(() => app.close());

  it('are kept until they expire or are ended', async () => {
    await records.save('one', { a: 1 }, later());
    await records.save('old', {}, new Date(Date.now() - 1000));
    expect(await records.load('one')).toEqual({ a: 1 });
    expect(await records.load('old')).toBeUndefined();
    await records.destroy('one');
    expect(await records.load('one')).toBeUndefined();
  });

  it('of one person end together, in all browsers, and nobody else’s', async () => {
    await records.save('here', at('s-1'), later());
    await records.save('there', at('s-2'), later());
    await records.save('another', { ...at('s-1'), subject: 'bob' }, later());
    await records.destroyOf('ada', []);
    expect(await alive('here', 'there', 'another')).toEqual(['another']);
  });

  it('end by the index that the provider gave them, those without one always', async () => {
    await records.save('meant', at('s-1'), later());
    await records.save('not meant', at('s-2'), later());
    await records.save('without', at(), later());
    await records.destroyOf('ada', ['s-1', 's-3']);
    expect(await alive('meant', 'not meant', 'without')).toEqual(['not meant']);
  });
});
