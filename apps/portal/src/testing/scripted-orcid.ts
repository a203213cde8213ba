import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What ORCID answers next; `hang-up`: it takes the request and closes the connection. */
export type Answer = { readonly status: number; readonly body?: object } | 'hang-up';

/** An ORCID whose token endpoints answer by script, and that keeps what it was asked. */
export class ScriptedOrcid {
  readonly seen: { readonly path: string; readonly form: URLSearchParams }[] = [];
  private readonly script: Answer[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ScriptedOrcid> {
    const server = createServer();
    const orcid = new ScriptedOrcid(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        orcid.seen.push({ path: request.url ?? '', form: new URLSearchParams(Buffer.concat(chunks).toString()) });
        const answer = orcid.script.shift() ?? { status: 500 };
        if (answer === 'hang-up') return response.destroy();
        response.writeHead(answer.status, { 'Content-Type': 'application/json' });
        return response.end(JSON.stringify(answer.body ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return orcid;
  }

  /** Environment with which the portal takes this for ORCID. */
  get env(): Record<string, string> {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const deadline = { ORCID_TIMEOUT_MS: '2000', ORCID_DEADLINE_MS: '4000', ORCID_TRIES: '1' };
    return { ORCID_ENVIRONMENT: 'local', ORCID_SITE_URL: url, ORCID_API_URL: url, ...deadline };
  }

  willAnswer(...answers: Answer[]): void {
    this.script.push(...answers);
  }

  /** What was seen, and answers that nobody came for. */
  forget(): void {
    this.seen.splice(0);
    this.script.splice(0);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
