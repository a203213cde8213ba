import { z } from 'zod';
import type { ValuesOf } from '../config/config-class.ts';

/** Through what requests leave, in the words of undici's `EnvHttpProxyAgent`. */
export interface ProxySettings {
  /** For https addresses; empty: straight. */
  readonly httpsProxy: string;
  /** For http addresses; empty: straight. */
  readonly httpProxy: string;
  /** Hosts that are reached straight, separated by commas. */
  readonly noProxy: string;
}

/** What runs beside us is never behind a proxy, such as the demo's local ORCID on a computer whose shell names one. */
const HERE = 'localhost,127.0.0.1,[::1]';

/** The way of everything this process asks of others: ORCID, metadata. */
export class ProxyConfig {
  static readonly title = 'Proxy';
  static readonly variables = {
    HTTPS_PROXY: proxyUrl().describe(
      'Proxy for requests to https addresses, such as ORCID; without it they go straight.',
    ),
    HTTP_PROXY: proxyUrl().describe('Proxy for requests to http addresses.'),
    NO_PROXY: z
      .string()
      .default('')
      .describe('Hosts and domains that are reached without the proxy, separated by commas; this computer always is.'),
  };

  readonly settings: ProxySettings;

  constructor(values: ValuesOf<typeof ProxyConfig.variables>) {
    const { HTTPS_PROXY: httpsProxy, HTTP_PROXY: httpProxy, NO_PROXY: others } = values;
    this.settings = { httpsProxy, httpProxy, noProxy: [HERE, others].join(',') };
  }
}

/** Its user and password, if any, are part of the address. */
function proxyUrl(): z.ZodType<string> {
  return z
    .url({ protocol: /^https?$/, error: 'must be the http address of a proxy, such as http://proxy.example.edu:3128' })
    .or(z.literal(''))
    .default('');
}
