import { setImmediate as aMoment } from 'node:timers/promises';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { type CallOptions, Patience } from './patience.ts';
import { RecordTurns } from './record-turns.ts';
import { WriteTurns } from './write-turns.ts';

const begun: Patience[] = [];
const patience = (asked: CallOptions = {}) => {
  const one = new Patience('/x', asked, { deadlineMs: 60_000, urgency: 'bulk' });
  begun.push(one);
  return one;
};
const [ada, bob] = [anOrcidId(1), anOrcidId(2)];

/** The turns of a deployment, kept in memory. */
class Turns extends WriteTurns {
  readonly taken = new Map<string, string>();

  override take(record: string, holder: string): Promise<boolean> {
    const isFree = (this.taken.get(record) ?? holder) === holder;
    if (isFree) this.taken.set(record, holder);
    return Promise.resolve(isFree);
  }

  override giveBack(record: string, holder: string): Promise<void> {
    if (this.taken.get(record) === holder) this.taken.delete(record);
    return Promise.resolve();
  }
}

describe('the turns of a record', () => {
  // Whoever still waits must not run out of patience while another file is tested.
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
    const turns = new RecordTurns('door');
    const { under, write, end } = writing();
    void turns.run(ada, patience(), write('first'));
    void turns.run(ada, patience(), write('second'));
    void turns.run(bob, patience(), write('another record'));
    await aMoment();
    expect(under).toEqual(['first', 'another record']);
    await end();
    expect(under).toEqual(['first', 'another record', 'second']);
  });

  it('go on after a write that failed, and after one who gave up', async () => {
    const turns = new RecordTurns('door');
    const { under, write, end } = writing();
    void turns.run(ada, patience(), write('first'));
    const [quitter, reason] = [new AbortController(), new Error('enough')];
    const given = expect(turns.run(ada, patience({ signal: quitter.signal }), write('quitter'))).rejects.toBe(reason);
    const failed = expect(turns.run(ada, patience(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    quitter.abort(reason);
    await given;
    await end();
    await failed;
    void turns.run(ada, patience(), write('last'));
    await aMoment();
    expect(under).toEqual(['first', 'last']);
  });

  it('are shared by processes, and given back', async () => {
    const shared = new Turns();
    const [here, there] = [new RecordTurns('door', shared), new RecordTurns('door', shared)];
    const { under, write, end } = writing();
    const first = here.run(ada, patience(), write('here'));
    await aMoment();
    const second = there.run(ada, patience(), write('there'));
    await expect(there.run(bob, patience(), () => Promise.resolve('free'))).resolves.toBe('free');
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
      override giveBack(): Promise<void> {
        return Promise.reject(new Error('no database'));
      }
    }
    const turns = new RecordTurns('door', new Stuck());
    await expect(turns.run(ada, patience(), () => Promise.resolve('written'))).resolves.toBe('written');
    await expect(turns.run(ada, patience(), () => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('are waited for no longer than the caller waits, also when nobody says whose turn it is', async () => {
    class Silent extends Turns {
      override take(): Promise<boolean> {
        return new Promise(() => undefined);
      }
    }
    const turns = new RecordTurns('door', new Silent());
    const write = () => Promise.reject(new Error('written'));
    await expect(turns.run(ada, patience({ deadlineMs: 10 }), write)).rejects.toMatchObject({ code: 'rate-limited' });
    const quitter = patience({ signal: AbortSignal.timeout(10) });
    await expect(turns.run(ada, quitter, write)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
