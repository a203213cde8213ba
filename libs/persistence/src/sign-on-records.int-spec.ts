import { SessionRecords } from './session-records.ts';
import { SignOnRecords } from './sign-on-records.ts';
import { TestModule } from './testing/index.ts';

const later = (): Date => new Date(Date.now() + 60_000);

describe('a sign-in under way', () => {
  let app: TestModule;
  const spent = (key: string) => ({ key, assertion: `assertion ${key}`, until: later() });
  const once = (key: string, work: () => Promise<void> = () => Promise.resolve()) =>
    app.request(() => app.get(SignOnRecords).once(spent(key), work));
  const begin = async (key: string, formerSession?: string) => {
    await app.request(() => app.get(SignOnRecords).keep(key, { formerSession }, later()));
    if (formerSession !== undefined) await app.get(SessionRecords).save(key, {}, later());
  };
  const session = (id: string) => app.get(SessionRecords).load(id);

  beforeAll(async () => {
    app = await TestModule.start();
  });

  afterAll(() => app.close());

  it('lets in once, and not what was never begun', async () => {
    await begin('one');
    expect(await once('one')).toBe(true);
    expect(await once('one')).toBe(false);
    expect(await once('another')).toBe(false);
  });

  it('ends the session that the browser had when it began', async () => {
    await begin('former', SessionRecords.nameOf('former'));
    await app.get(SessionRecords).save('somebody else', {}, later());
    expect(await once('former')).toBe(true);
    expect(await session('former')).toBeUndefined();
    expect(await session('somebody else')).toBeDefined();
  });

  it('changes nothing when the person cannot be let in, and works the next time', async () => {
    await begin('failing', SessionRecords.nameOf('failing'));
    await expect(once('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await session('failing')).toBeDefined();
    expect(await once('failing')).toBe(true);
  });
});
