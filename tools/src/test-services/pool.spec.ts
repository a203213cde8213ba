import { jest } from '@jest/globals';
import { Pool, type Reusable } from './pool.ts';

class Service implements Reusable {
  resets = 0;
  isStopped = false;
  isBroken = false;

  reset(): Promise<void> {
    if (this.isBroken) return Promise.reject(new Error('broken'));
    this.resets++;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.isStopped = true;
    return Promise.resolve();
  }
}

describe('a pool', () => {
  const started: Service[] = [];
  const pool = (most?: number) =>
    new Pool(() => {
      const service = new Service();
      started.push(service);
      return Promise.resolve(service);
    }, most);

  beforeEach(() => started.splice(0));

  it('lends again what was given back, reset', async () => {
    const services = pool();
    const first = await services.lease();
    await services.release(first.id, true);
    const second = await services.lease();
    expect(second.resource).toBe(first.resource);
    expect(second.resource.resets).toBe(1);
    expect(second.id).not.toBe(first.id);
  });

  it('never lends to two at once', async () => {
    const services = pool();
    const [one, two] = await Promise.all([services.lease(), services.lease()]);
    expect(one.resource).not.toBe(two.resource);
  });

  it('lends no more at once than it may: whoever comes then waits, the first the shortest', async () => {
    const services = pool(1);
    const first = await services.lease();
    const order: string[] = [];
    const second = services.lease().then((lease) => (order.push('second'), lease));
    const third = services.lease().then((lease) => (order.push('third'), lease));
    expect(started).toHaveLength(1);
    await services.release(first.id, true);
    expect((await second).resource).toBe(first.resource);
    await services.release((await second).id, false);
    expect((await third).resource).not.toBe(first.resource);
    expect(order).toEqual(['second', 'third']);
  });

  it('lends nobody what failing tests have used', async () => {
    const services = pool();
    const first = await services.lease();
    await services.release(first.id, false);
    expect(first.resource.isStopped).toBe(true);
    expect((await services.lease()).resource).not.toBe(first.resource);
  });

  it('starts another where one cannot be reset, and stops that one', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const services = pool();
    const first = await services.lease();
    first.resource.isBroken = true;
    await services.release(first.id, true);
    expect((await services.lease()).resource).not.toBe(first.resource);
    expect(first.resource.isStopped).toBe(true);
  });

  it('lends only what was started with the same settings', async () => {
    const services = pool();
    const first = await services.lease('blue');
    await services.release(first.id, true);
    expect((await services.lease('red')).resource).not.toBe(first.resource);
    expect((await services.lease('blue')).resource).toBe(first.resource);
  });

  it('stops everything, lent or not, and each id ends with its lease', async () => {
    const services = pool();
    const first = await services.lease();
    await services.lease();
    await services.release(first.id, true);
    await services.stop();
    expect(started.map(({ isStopped }) => isStopped)).toEqual([true, true]);
    expect(() => services.of(first.id)).toThrow('has ended');
  });
});
