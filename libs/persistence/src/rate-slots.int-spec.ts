import { EntityManager } from '@mikro-orm/postgresql';
import { RateSlots } from './rate-slots.ts';
import { TestModule } from './testing/index.ts';

const MINUTE = 60_000;

describe('the slots that processes share', () => {
  let app: TestModule;
  let slots: RateSlots;

  beforeAll(async () => {
    app = await TestModule.start();
    slots = app.get(RateSlots);
  });

  afterAll(() => app.close());

  const minutes = (waits: readonly number[]) => waits.map((ms) => Math.round(ms / MINUTE));

  it('lie apart as asked, and none is given twice, however many reserve at once', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => slots.reserve('crowded', MINUTE)));
    expect(minutes(waits).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('are counted for each bucket by itself', async () => {
    await slots.reserve('one', MINUTE);
    expect(minutes([await slots.reserve('other', MINUTE), await slots.reserve('one', MINUTE)])).toEqual([0, 1]);
  });

  it('cannot be saved up', async () => {
    await slots.holdBack('idle', -10 * MINUTE);
    expect(minutes([await slots.reserve('idle', MINUTE), await slots.reserve('idle', MINUTE)])).toEqual([0, 1]);
  });

  it('are kept free while ORCID wants fewer requests, and never given earlier than that', async () => {
    await slots.holdBack('busy', 5 * MINUTE);
    await slots.holdBack('busy', MINUTE);
    expect(minutes([await slots.reserve('busy', MINUTE), await slots.reserve('busy', MINUTE)])).toEqual([5, 6]);
  });

  it('come again when a rest is ended by hand, and say until when they rest before that', async () => {
    await slots.endRests();
    expect(await slots.restingUntil()).toBeNull();
    await slots.holdBack('resting', 5 * MINUTE);
    const until = (await slots.restingUntil())?.getTime() ?? 0;
    expect(minutes([until - Date.now()])).toEqual([5]);
    expect([await slots.endRests(), await slots.restingUntil()]).toEqual([1, null]);
    expect(minutes([await slots.reserve('resting', MINUTE)])).toEqual([0]);
  });

  it('are reserved at once, also inside a transaction that is rolled back', async () => {
    const transaction = app.request(() =>
      app.get(EntityManager).transactional(async () => {
        await slots.reserve('rolled back', MINUTE);
        throw new Error('rolled back');
      }),
    );
    await expect(transaction).rejects.toThrow('rolled back');
    expect(minutes([await slots.reserve('rolled back', MINUTE)])).toEqual([1]);
  });
});
