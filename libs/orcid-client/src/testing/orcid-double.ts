import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** It answers a read of a list or of a whole record. */
  readonly isList?: boolean;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Whether it was a read of what stands on a record that no script was for. */
  isLook?: boolean;
}

/** Stands in for ORCID where a test must say what ORCID answers: a real server that answers by script and keeps what it was asked. */
export class OrcidDouble {
  readonly seen: SeenRequest[] = [];
  private readonly script: (ScriptedAnswer | 'hang-up')[] = [];
  private standing: ScriptedAnswer | undefined;
  private readonly always: { readonly path: RegExp; readonly answer: ScriptedAnswer }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OrcidDouble> {
    const server = createServer();
    const double = new OrcidDouble(server);
    server.on('request', (request, response) => {
      void double.receive(request).then((seen) => {
        const standing = double.always.find(({ path }) => path.test(request.url ?? ''))?.answer ?? double.look(seen);
        const answer = standing ?? double.script.shift() ?? { status: 500, body: 'nothing was scripted' };
        if (answer === 'hang-up') return response.destroy();
        const isJson = typeof answer.body === 'object';
        response.writeHead(answer.status, {
          'Content-Type': isJson ? 'application/json' : 'text/html',
          ...answer.headers,
        });
        return response.end(isJson ? JSON.stringify(answer.body) : answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get addresses(): { readonly site: string; readonly api: string } {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return { site: url, api: url };
  }

  /** Environment with which a library takes this for ORCID, and sends each request once. */
  get env(): Record<string, string> {
    const { site, api } = this.addresses;
    const deadline = { ORCID_TIMEOUT_MS: '2000', ORCID_DEADLINE_MS: '4000', ORCID_TRIES: '1' };
    return { ORCID_ENVIRONMENT: 'local', ORCID_SITE_URL: site, ORCID_API_URL: api, ...deadline };
  }

  /** What it answers next, in order. `hang-up`: it takes the request and closes the connection. */
  willAnswer(...answers: (ScriptedAnswer | 'hang-up')[]): void {
    this.script.push(...answers);
  }

  /** What it answers on these paths whenever it is asked, beside its script. */
  willAlwaysAnswer(path: RegExp, answer: ScriptedAnswer): void {
    this.always.unshift({ path, answer });
  }

  /** What it says of the items on any record where the script does not go on with a list. */
  standsThere(answer: ScriptedAnswer | undefined): void {
    this.standing = answer;
  }

  /** Answers that nobody came for. */
  forget(): void {
    this.script.splice(0);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private look(seen: SeenRequest): ScriptedAnswer | undefined {
    const [next] = this.script;
    const isList = seen.method === 'GET' && LIST.test(seen.path);
    if (this.standing === undefined || !isList || (typeof next === 'object' && next.isList === true)) return undefined;
    seen.isLook = true;
    return this.standing;
  }

  private async receive(request: IncomingMessage): Promise<SeenRequest> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString(),
    };
    this.seen.push(seen);
    return seen;
  }
}

/** A whole record, or one of its sections. */
const LIST = /^\/v3\.0\/[^/]+\/[^/]+$/;
