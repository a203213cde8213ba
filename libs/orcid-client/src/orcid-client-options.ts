import type { ClientNotes } from './client-notes.ts';
import type { ProxySettings } from './http/transport.ts';
import type { Urgency } from './pacing/deadline.ts';
import type { RateBudget } from './pacing/rate-budget.ts';
import type { RecordLeases } from './pacing/record-leases.ts';

/** The addresses of ORCID's two real environments. https://info.orcid.org/documentation/api-tutorials */
export const ADDRESSES = {
  production: { site: 'https://orcid.org', api: 'https://api.orcid.org', pub: 'https://pub.orcid.org' },
  sandbox: {
    site: 'https://sandbox.orcid.org',
    api: 'https://api.sandbox.orcid.org',
    pub: 'https://pub.sandbox.orcid.org',
  },
} as const;

export interface OrcidAddresses {
  /** Where people sign in and tokens are given. */
  readonly site: string;
  /** The member API, without the version. */
  readonly api: string;
  /** The public API, without the version; only `publicApi` asks it. */
  readonly pub?: string | undefined;
}

export interface OrcidClientOptions {
  /** Which ORCID to speak to; addresses of your own for a stand-in. */
  readonly orcid: keyof typeof ADDRESSES | OrcidAddresses;
  /** Longest wait for one answer. 15 seconds. */
  readonly timeoutMs?: number;
  /** Longest a call may take with waiting and all tries. A minute. */
  readonly deadlineMs?: number;
  /** How often a call is sent at most, where sending it again does no harm. Four times. */
  readonly tries?: number;
  /** Wait before the second try, at most; doubled for each further one. Half a second. */
  readonly retryDelayMs?: number;
  /** Longest that all calls rest because ORCID asked for it (`Retry-After`). Five minutes. */
  readonly longestRestMs?: number;
  /** Through which proxy ORCID is reached. Straight. */
  readonly proxy?: ProxySettings | undefined;
  /** All processes together. ORCID's limit is 24 (info.orcid.org, “What are the API limits”). */
  readonly requestsPerSecond?: number;
  /** Whose calls these are where a call does not say. `bulk`. */
  readonly urgency?: Urgency;
  /** Where several processes speak to ORCID: what they share to stay within the limit together. */
  readonly budget?: RateBudget | undefined;
  /** Where several processes write: what they share to write to a record one at a time. */
  readonly leases?: RecordLeases | undefined;
  /** Hears whether ORCID accepts our credentials. */
  readonly notes?: ClientNotes | undefined;
  readonly now?: () => Date;
}

export const DEFAULTS = {
  timeoutMs: 15_000,
  deadlineMs: 60_000,
  tries: 4,
  retryDelayMs: 500,
  longestRestMs: 5 * 60_000,
  requestsPerSecond: 24,
  urgency: 'bulk',
  now: () => new Date(),
} as const;

/** ORCID's limit for the public API (info.orcid.org, “What are the API limits”). */
export const PUBLIC_REQUESTS_PER_SECOND = 12;

type Optional = 'budget' | 'leases' | 'notes' | 'proxy';

export type OrcidClientSettings = OrcidAddresses &
  Required<Omit<OrcidClientOptions, 'orcid' | Optional>> &
  Pick<OrcidClientOptions, Optional>;

export function settingsOf({ orcid, ...given }: OrcidClientOptions): OrcidClientSettings {
  const { site, api, pub }: OrcidAddresses = typeof orcid === 'string' ? ADDRESSES[orcid] : orcid;
  return { ...DEFAULTS, ...given, site, api, pub };
}
