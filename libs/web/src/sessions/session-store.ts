import { type SessionData, Store } from 'express-session';

/** What sessions need of a database. */
export interface SessionRecords {
  load(id: string): Promise<object | undefined>;
  save(id: string, data: object, expiresAt: Date): Promise<void>;
  prolong(id: string, expiresAt: Date): Promise<void>;
  destroy(id: string): Promise<void>;
}

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 60 * 60_000;

type Done<T = void> = (error?: unknown, value?: T) => void;

/**
 * Keeps express-session's sessions in the records: for half an hour of idleness, or as long as somebody is awaited, twelve
 * hours in all (ASVS 5.0, V7.3), and no longer than `endsAt`. Each carries its institution, and there is none of it in any other institution's store.
 */
export class SessionStore extends Store {
  constructor(
    private readonly records: SessionRecords,
    private readonly institutionId: string,
  ) {
    super();
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.records.load(id).then((data) => {
      const session = data as SessionData | undefined;
      done(null, session === undefined || !this.isOurs(session) || hasExpired(session) ? null : session);
    }, done);
  }

  override set(id: string, session: SessionData, done?: Done): void {
    session.begunAt ??= Date.now();
    session.institutionId = this.institutionId;
    report(this.records.save(id, session, endOf(session)), done);
  }

  override touch(id: string, session: SessionData, done?: Done): void {
    report(this.records.prolong(id, endOf(session)), done);
  }

  override destroy(id: string, done?: Done): void {
    report(this.records.destroy(id), done);
  }

  private isOurs({ institutionId }: SessionData): boolean {
    return institutionId === this.institutionId;
  }
}

function hasExpired({ begunAt = Infinity, endsAt = Infinity }: SessionData): boolean {
  return Math.min(begunAt + ABSOLUTE_MS, endsAt) <= Date.now();
}

/** When it is over unless it is used again. */
function endOf({ endsAt = Infinity, awaitsUntil = 0 }: SessionData): Date {
  return new Date(Math.min(Math.max(Date.now() + IDLE_MS, awaitsUntil), endsAt));
}

function report(work: Promise<void>, done: Done = () => undefined): void {
  work.then(() => {
    done();
  }, done);
}

declare module 'express-session' {
  interface SessionData {
    /** Epoch milliseconds of the session's first save. */
    begunAt?: number;
    /** Epoch milliseconds at which it is over however much it is used. */
    endsAt?: number;
    /** Epoch milliseconds until which it does not end by idleness: its owner is at another site and will be back. */
    awaitsUntil?: number;
    /** Whose portal it was begun at; the store writes it. */
    institutionId?: string;
  }
}
