import { TestModule } from './testing/index.ts';
import { WriteLeases } from './write-leases.ts';

describe('a lease', () => {
  let app: TestModule;
  let leases: WriteLeases;

  beforeAll(async () => {
    app = await TestModule.start();
    leases = app.get(WriteLeases);
  });

  afterAll(() => app.close());

  it('is given to one of many who ask at once', async () => {
    const holders = Array.from({ length: 20 }, (_, at) => `holder ${at}`);
    const answers = await Promise.all(holders.map((holder) => leases.take('record', holder, 60_000)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is free when it was given back, by its holder and nobody else', async () => {
    await leases.take('returned', 'a', 60_000);
    await leases.release('returned', 'b');
    expect(await leases.take('returned', 'b', 60_000)).toBe(false);
    await leases.release('returned', 'a');
    expect(await leases.take('returned', 'b', 60_000)).toBe(true);
  });

  it('ends by itself, and may be prolonged by its holder', async () => {
    await leases.take('forgotten', 'a', -1);
    expect(await leases.take('forgotten', 'b', 60_000)).toBe(true);
    expect(await leases.take('forgotten', 'b', 60_000)).toBe(true);
    expect(await leases.take('forgotten', 'a', 60_000)).toBe(false);
  });
});
