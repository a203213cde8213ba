import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';

export interface OrcidRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** How the address is named in errors: without anything secret. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | null;
  /** Takes a long body as it comes and keeps what is wanted of it; without it the whole text is kept. */
  readonly pick?: ((chunks: AsyncIterable<string>) => Promise<string>) | undefined;
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

/** Failures before a connection stood: ORCID has seen nothing. */
const NEVER_SENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A proxy on the way to ORCID, in undici's words; empty texts: none. */
export interface ProxySettings {
  readonly httpsProxy: string;
  readonly httpProxy: string;
  /** Hosts that are reached straight, separated by commas. */
  readonly noProxy: string;
}

/** undici would read the environment where it is told nothing. */
const STRAIGHT: ProxySettings = { httpsProxy: '', httpProxy: '', noProxy: '' };

/** The only place that opens a connection to ORCID. Sends once, follows no redirect, and gives up after a set time. */
export class Transport {
  private readonly agent: Dispatcher;

  constructor(timeoutMs: number, proxy: ProxySettings = STRAIGHT) {
    const timeouts = { connect: { timeout: timeoutMs }, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
    this.agent = new EnvHttpProxyAgent({ ...timeouts, connections: 16, ...proxy });
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  /** @throws OrcidUnavailableError when no whole answer came in time */
  async send({ url, path, pick, ...sent }: OrcidRequest, signal: AbortSignal): Promise<OrcidResponse> {
    try {
      const { statusCode: status, headers, body } = await request(url, { ...sent, signal, dispatcher: this.agent });
      return {
        status,
        path,
        location: single(headers['location']),
        retryAfter: single(headers['retry-after']),
        contentType: single(headers['content-type']) ?? '',
        text: pick !== undefined && status === 200 ? await pick(chunksOf(body)) : await body.text(),
      };
    } catch (error) {
      const reason = reasonOf(error);
      throw new OrcidUnavailableError({ status: 0, reason, path }, NEVER_SENT.has(reason) ? 'none' : 'unknown');
    }
  }
}

function chunksOf(body: Dispatcher.ResponseData['body']): AsyncIterable<string> {
  body.setEncoding('utf8');
  return body;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The kind of failure, never its message. */
function reasonOf(error: unknown): string {
  if (!Error.isError(error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
