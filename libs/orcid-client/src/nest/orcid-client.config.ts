import type { OrcidEnvironment } from '@ligature/orcid-model';
import { httpUrl, type Mode, type ValuesOf } from '@ligature/runtime';
import { z } from 'zod';
import { ADDRESSES, DEFAULTS, type OrcidAddresses, type OrcidClientOptions } from '../orcid-client-options.ts';

/** Which ORCID this deployment speaks to, and how patiently. */
export class OrcidClientConfig {
  static readonly title = 'ORCID';
  static readonly variables = {
    ORCID_ENVIRONMENT: z
      .enum(['production', 'sandbox', 'local'], 'must be production, sandbox or local')
      .describe('`production`, `sandbox`, or `local` for a stand-in of your own.'),
    ORCID_SITE_URL: httpUrl().optional().describe('Only with `local`: address of the site, where people sign in.'),
    ORCID_API_URL: httpUrl().optional().describe('Only with `local`: address of the member API, without the version.'),
    ORCID_TIMEOUT_MS: milliseconds(100, 120_000, DEFAULTS.timeoutMs).describe('Longest wait for one answer of ORCID.'),
    ORCID_DEADLINE_MS: milliseconds(100, 600_000, DEFAULTS.deadlineMs).describe(
      'Longest a call to ORCID may take, with waiting for its turn and all tries.',
    ),
    ORCID_TRIES: whole(1, 10, DEFAULTS.tries).describe(
      'How often a call to ORCID is sent at most, where sending it again does no harm.',
    ),
    ORCID_LONGEST_REST_MS: milliseconds(1000, 3_600_000, DEFAULTS.longestRestMs).describe(
      'Longest all requests to ORCID rest because it asked for that, whatever it asks for (`Retry-After`).',
    ),
    ORCID_REQUESTS_PER_SECOND: whole(1, 24, DEFAULTS.requestsPerSecond).describe(
      'Most requests all processes together send to ORCID in a second; 24 is its limit.',
    ),
  };

  readonly environment: OrcidEnvironment;
  readonly site: string;
  readonly api: string;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly options: OrcidClientOptions;

  constructor(values: ValuesOf<typeof OrcidClientConfig.variables>) {
    this.environment = values.ORCID_ENVIRONMENT;
    const orcid = values.ORCID_ENVIRONMENT === 'local' ? localAddresses(values) : ADDRESSES[values.ORCID_ENVIRONMENT];
    this.site = orcid.site;
    this.api = orcid.api;
    this.timeoutMs = values.ORCID_TIMEOUT_MS;
    this.deadlineMs = values.ORCID_DEADLINE_MS;
    this.options = {
      orcid,
      timeoutMs: values.ORCID_TIMEOUT_MS,
      deadlineMs: values.ORCID_DEADLINE_MS,
      tries: values.ORCID_TRIES,
      longestRestMs: values.ORCID_LONGEST_REST_MS,
      requestsPerSecond: values.ORCID_REQUESTS_PER_SECOND,
    };
  }

  static faults(values: ValuesOf<typeof OrcidClientConfig.variables>, mode: Mode): string[] {
    const given = [values.ORCID_SITE_URL, values.ORCID_API_URL].filter((url) => url !== undefined);
    if (values.ORCID_ENVIRONMENT !== 'local') {
      return given.length === 0
        ? []
        : ['ORCID_SITE_URL and ORCID_API_URL are only for ORCID_ENVIRONMENT=local: take them away.'];
    }
    if (mode === 'production') return ['ORCID_ENVIRONMENT=local is for demos and tests, not for NODE_ENV=production.'];
    return given.length === 2
      ? []
      : ['ORCID_SITE_URL and ORCID_API_URL are both required with ORCID_ENVIRONMENT=local.'];
  }
}

function milliseconds(min: number, max: number, otherwise: number): z.ZodType<number> {
  return z.coerce.number('must be a number of milliseconds').int().min(min).max(max).default(otherwise);
}

function whole(min: number, max: number, otherwise: number): z.ZodType<number> {
  return z.coerce.number('must be a number').int().min(min).max(max).default(otherwise);
}

function localAddresses(values: ValuesOf<typeof OrcidClientConfig.variables>): OrcidAddresses {
  return { site: text(values.ORCID_SITE_URL), api: text(values.ORCID_API_URL) };
}

function text(url: URL | undefined): string {
  return url?.href.replace(/\/$/, '') ?? '';
}
