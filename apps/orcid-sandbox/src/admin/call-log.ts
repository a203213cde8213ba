import { createHash } from 'node:crypto';

export interface LoggedCall {
  readonly id: number;
  readonly at: string;
  readonly host: 'site' | 'api' | 'pub';
  readonly method: string;
  readonly url: string;
  /** What was answered, or would have been; 0 when the caller left before the whole request was here. */
  readonly status: number;
  readonly callerGone?: true;
  readonly clientId?: string;
  /** Whom the call is about: the iD of the path. */
  readonly orcid?: string;
  readonly token?: string;
  readonly accept?: string;
  readonly contentType?: string;
  readonly body?: string;
  readonly faults?: readonly string[];
}

/** Every call received, the oldest forgotten first. Secrets stand in it by fingerprint only. */
export class CallLog {
  #calls: LoggedCall[] = [];
  #lastId = 0;

  constructor(private readonly capacity: number) {}

  get calls(): readonly LoggedCall[] {
    return this.#calls;
  }

  add(call: Omit<LoggedCall, 'id'>): void {
    this.#lastId += 1;
    this.#calls.push({ id: this.#lastId, ...call });
    // Dropping a tenth at a time keeps the cost of forgetting small.
    if (this.#calls.length > this.capacity * 1.1) this.#calls = this.#calls.slice(-this.capacity);
  }

  clear(): void {
    this.#calls = [];
  }
}

/** Enough to see that two are the same, and nothing to sign in with. */
export function fingerprint(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 12)}`;
}

const SECRETS = new Set([
  'access_token',
  'client_secret',
  'code',
  'password',
  'refresh_token',
  'token',
  'subject_token',
]);

/** Form fields and query parameters, with what is secret among them replaced. */
export function withoutSecrets(parameters: string): string {
  if (parameters === '') return '';
  const shown = new URLSearchParams(parameters);
  for (const [name, value] of [...shown]) if (SECRETS.has(name)) shown.set(name, fingerprint(value));
  return shown.toString();
}
