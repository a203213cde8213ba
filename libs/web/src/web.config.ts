import { list, port, type ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

/** Where an app listens, and which proxies it believes about a request's address, scheme and host. */
export class WebConfig {
  static readonly title = 'Web server';
  static readonly variables = {
    HOST: z.string().default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all, as in a container.'),
    PORT: port().describe('Port to listen on.'),
    TRUSTED_PROXIES: list()
      .default([])
      .describe(
        'Addresses or networks of reverse proxies whose `X-Forwarded-*` headers are believed, separated by commas.',
      ),
  };

  readonly host: string;
  readonly port: number;
  readonly trustedProxies: readonly string[];

  constructor(values: ValuesOf<typeof WebConfig.variables>) {
    this.host = values.HOST;
    this.port = values.PORT;
    this.trustedProxies = values.TRUSTED_PROXIES;
  }
}
