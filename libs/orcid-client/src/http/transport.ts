import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { OrcidClientConfig } from '../orcid-client.config.ts';

export interface OrcidRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An answer as it came, its body not yet trusted to be what its content type says. */
export interface OrcidResponse {
  readonly status: number;
  readonly path: string;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
  readonly contentType: string;
  readonly text: string;
}

/** The only place that opens a connection to ORCID. Sends once, follows no redirect, and gives up after a set time. */
@Injectable()
export class Transport implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(private readonly config: OrcidClientConfig) {
    const { timeoutMs } = config;
    this.agent = new Agent({
      connect: { timeout: timeoutMs },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connections: 16,
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.close();
  }

  /** @throws OrcidUnavailableError when no whole answer came in time; whether the request had an effect is then unknown */
  async send({ url, ...rest }: OrcidRequest): Promise<OrcidResponse> {
    const path = new URL(url).pathname;
    try {
      const deadline = AbortSignal.timeout(this.config.timeoutMs);
      const signal = rest.signal === undefined ? deadline : AbortSignal.any([deadline, rest.signal]);
      const { statusCode: status, headers, body } = await request(url, { ...rest, signal, dispatcher: this.agent });
      const text = await body.text();
      return {
        status,
        path,
        text,
        location: single(headers['location']),
        retryAfter: single(headers['retry-after']),
        contentType: single(headers['content-type']) ?? '',
      };
    } catch (error) {
      throw new OrcidUnavailableError({ status: 0, reason: causeOf(error), path });
    }
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The kind of failure, never its message. */
function causeOf(error: unknown): string | null {
  if (!Error.isError(error)) return null;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
