import type { OrcidEnvironment } from '@ligature/orcid-model';
import { httpUrl, type Mode, type ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

/** The addresses of ORCID's two real environments. https://info.orcid.org/documentation/api-tutorials */
const ADDRESSES = {
  production: { site: 'https://orcid.org', api: 'https://api.orcid.org' },
  sandbox: { site: 'https://sandbox.orcid.org', api: 'https://api.sandbox.orcid.org' },
} as const;

/** Which ORCID this deployment speaks to. */
export class OrcidClientConfig {
  static readonly title = 'ORCID';
  static readonly variables = {
    ORCID_ENVIRONMENT: z
      .enum(['production', 'sandbox', 'local'], 'must be production, sandbox or local')
      .describe('`production`, `sandbox`, or `local` for a stand-in of your own.'),
    ORCID_SITE_URL: httpUrl().optional().describe('Only with `local`: address of the site, where people sign in.'),
    ORCID_API_URL: httpUrl().optional().describe('Only with `local`: address of the member API, without the version.'),
    ORCID_TIMEOUT_MS: z.coerce
      .number('must be a number of milliseconds')
      .int()
      .min(100)
      .max(120_000)
      .default(15_000)
      .describe('Longest wait for one answer of ORCID.'),
  };

  readonly environment: OrcidEnvironment;
  readonly site: string;
  readonly api: string;
  readonly timeoutMs: number;

  constructor(values: ValuesOf<typeof OrcidClientConfig.variables>) {
    this.environment = values.ORCID_ENVIRONMENT;
    const { site, api } =
      values.ORCID_ENVIRONMENT === 'local' ? localAddresses(values) : ADDRESSES[values.ORCID_ENVIRONMENT];
    this.site = site;
    this.api = api;
    this.timeoutMs = values.ORCID_TIMEOUT_MS;
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

function localAddresses(values: ValuesOf<typeof OrcidClientConfig.variables>): { site: string; api: string } {
  return { site: text(values.ORCID_SITE_URL), api: text(values.ORCID_API_URL) };
}

function text(url: URL | undefined): string {
  return url?.href.replace(/\/$/, '') ?? '';
}
