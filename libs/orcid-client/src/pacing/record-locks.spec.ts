import { setImmediate as aMoment } from 'node:timers/promises';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type CallOptions, Deadline } from './deadline.ts';
import { RecordLocks } from './record-locks.ts';
import { RecordLeases } from './record-leases.ts';

const begun: Deadline[] = [];
const deadline = (asked: CallOptions = {}) => {
  const one = new Deadline('/x', asked, { deadlineMs: 60_000, urgency: 'bulk' });
  begun.push(one);
  return one;
};
const [ada, bob] = [anOrcidId(1), anOrcidId(2)];

/** The turns of a deployment, kept in memory. */
class Turns extends RecordLeases {
  readonly taken = new Map<string, string>();

  override take(record: string, holder: string): Promise<boolean> {
    const isFree = (this.taken.get(record) ?? holder) === holder;
    if (isFree) this.taken.set(record, holder);
    return Promise.resolve(isFree);
  }

  override release(record: string, holder: string): Promise<void> {
    if (this.taken.get(record) === holder) this.taken.delete(record);
    return Promise.resolve();
  }
}

describe('the turns of a record', () => {
  // Whoever still waits must not run out of deadline while another file is tested.
  afterEach(() => {
    for (const one of begun.splice(0)) one.end();
  });

  /** Writes that end when the test says so. */
  const writing = () => {
    const under: string[] = [];
    const ends: (() => void)[] = [];
    const write = (name: string) => () => {
      under.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    const end = async () => {
      ends.shift()?.();
      await aMoment();
    };
    return { under, write, end };
  };

  it('let one writer at a time to each record, in the order they came', async () => {
    const locks = new RecordLocks('api');
    const { under, write, end } = writing();
    void locks.run(ada, deadline(), write('first'));
    void locks.run(ada, deadline(), write('second'));
    void locks.run(bob, deadline(), write('another record'));
    await aMoment();
    expect(under).toEqual(['first', 'another record']);
    await end();
    expect(under).toEqual(['first', 'another record', 'second']);
  });

  it('go on after a write that failed, and after one who gave up', async () => {
    const locks = new RecordLocks('api');
    const { under, write, end } = writing();
    void locks.run(ada, deadline(), write('first'));
    const [quitter, reason] = [new AbortController(), new Error('enough')];
    const given = expect(locks.run(ada, deadline({ signal: quitter.signal }), write('quitter'))).rejects.toBe(reason);
    const failed = expect(locks.run(ada, deadline(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    quitter.abort(reason);
    await given;
    await end();
    await failed;
    void locks.run(ada, deadline(), write('last'));
    await aMoment();
    expect(under).toEqual(['first', 'last']);
  });

  it('are shared by processes, and given back', async () => {
    const shared = new Turns();
    const [here, there] = [new RecordLocks('api', shared), new RecordLocks('api', shared)];
    const { under, write, end } = writing();
    const first = here.run(ada, deadline(), write('here'));
    await aMoment();
    const second = there.run(ada, deadline(), write('there'));
    await expect(there.run(bob, deadline(), () => Promise.resolve('free'))).resolves.toBe('free');
    expect(under).toEqual(['here']);
    await end();
    await first;
    while (under.length < 2) await aMoment();
    await end();
    await second;
    expect(shared.taken.size).toBe(0);
  });

  it('lose nothing that was written when a turn cannot be given back', async () => {
    class Stuck extends Turns {
      override release(): Promise<void> {
        return Promise.reject(new Error('no database'));
      }
    }
    const locks = new RecordLocks('api', new Stuck());
    await expect(locks.run(ada, deadline(), () => Promise.resolve('written'))).resolves.toBe('written');
    await expect(locks.run(ada, deadline(), () => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('are waited for no longer than the caller waits, also when nobody says whose turn it is', async () => {
    class Silent extends Turns {
      override take(): Promise<boolean> {
        return new Promise(() => undefined);
      }
    }
    const locks = new RecordLocks('api', new Silent());
    const write = () => Promise.reject(new Error('written'));
    await expect(locks.run(ada, deadline({ deadlineMs: 10 }), write)).rejects.toMatchObject({ code: 'rate-limited' });
    const quitter = deadline({ signal: AbortSignal.timeout(10) });
    await expect(locks.run(ada, quitter, write)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
