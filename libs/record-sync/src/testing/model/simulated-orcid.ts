import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@ligature/runtime';
import { type Answer, BUSY, failure, INVALID_TOKEN, send } from './answers.ts';
import type { Crash } from './crash.ts';
import type { Fault, PlannedFault } from './faults.ts';
import { carryOut } from './record-requests.ts';
import { MODEL_SECTIONS, sectionAt } from './sections.ts';
import { SimulatedRecord } from './simulated-record.ts';
import { type SimulatedToken, SimulatedTokens } from './simulated-tokens.ts';

/** One call as it came. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: string;
}

/**
 * A small ORCID of this test's own, made from what is known of the real one (orcid-api 2.7, 4, 7.1, 8, 11): records,
 * tokens, duplicates, and all ways in which a call can go wrong.
 */
export class SimulatedOrcid {
  readonly tokens = new SimulatedTokens();
  /** ORCID cannot check tokens: it refuses all of them. */
  cannotCheckTokens = false;
  private readonly records = new Map<string, SimulatedRecord>();
  private faults: PlannedFault[] = [];
  private late: (() => void)[] = [];
  private lastPutCode = 100;

  private constructor(
    private readonly server: Server,
    private readonly clock: Clock,
    private readonly crash: Crash,
  ) {}

  static async start(clock: Clock, crash: Crash): Promise<SimulatedOrcid> {
    const server = createServer();
    const orcid = new SimulatedOrcid(server, clock, crash);
    server.on('request', (request, response) => void orcid.receive(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return orcid;
  }

  /** Environment with which a library takes this for ORCID, and sends each request once. */
  get env(): Record<string, string> {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const timeouts = { ORCID_TIMEOUT_MS: '2000', ORCID_DEADLINE_MS: '4000', ORCID_TRIES: '1' };
    return { ORCID_ENVIRONMENT: 'local', ORCID_SITE_URL: url, ORCID_API_URL: url, ...timeouts };
  }

  /** A new record, in a world without faults. */
  open(orcid: string): SimulatedRecord {
    this.healthy();
    const record = new SimulatedRecord();
    this.records.set(orcid, record);
    return record;
  }

  /** Forgets a record and its tokens. */
  forget(orcid: string): void {
    this.records.delete(orcid);
    this.tokens.forget(orcid);
  }

  /** The next call of that kind goes wrong. */
  plan(fault: PlannedFault): void {
    this.faults.push(fault);
  }

  /** No call goes wrong from now on. */
  healthy(): void {
    this.faults = [];
    this.cannotCheckTokens = false;
  }

  /** What was under way is done now. */
  doWhatIsLate(): void {
    for (const write of this.late.splice(0)) write();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  nextPutCode(): string {
    return String(++this.lastPutCode);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      token: request.headers.authorization?.replace('Bearer ', ''),
      body: Buffer.concat(chunks).toString(),
    };
    try {
      this.crash.step();
      const answer = this.answerOrCut(asked);
      this.crash.step();
      if (answer === undefined) response.destroy();
      else send(response, answer);
    } catch {
      response.destroy();
    }
  }

  /** @returns undefined when the connection breaks */
  private answerOrCut(asked: Asked): Answer | undefined {
    const fault = this.faultFor(asked);
    switch (fault) {
      case 'cut-before':
        return undefined;
      case 'error-before':
        return failure(500, 9008);
      case 'busy':
        return BUSY;
      case 'not-there':
        return failure(404, 9016);
      case 'not-ours':
        return failure(403, 9010);
      case 'late':
        this.late.push(() => this.answer(asked));
        return undefined;
      case 'cut-after':
        this.answer(asked);
        return undefined;
      case 'error-after':
        this.answer(asked);
        return failure(500, 9008);
      case undefined:
        return this.answer(asked);
    }
  }

  private faultFor({ method, path }: Asked): Fault | undefined {
    if (!path.startsWith('/v3.0/')) return undefined;
    const on = method === 'GET' ? 'read' : 'write';
    const isDue = (planned: PlannedFault): boolean => planned.on === on && planned.after === 0;
    const due = this.faults.find(isDue);
    this.faults = this.faults.flatMap((one) => {
      if (one === due) return [];
      return one.on === on && one.after > 0 ? { ...one, after: one.after - 1 } : one;
    });
    // Only the address of one item can say that one item is not there, and only a change to it that it is another's.
    const isOfItem = /\/\d+$/.test(path);
    if (due?.fault === 'not-there' && !isOfItem) return undefined;
    if (due?.fault === 'not-ours' && !(isOfItem && on === 'write')) return undefined;
    return due?.fault;
  }

  private answer(asked: Asked): Answer {
    if (asked.path === '/v3.0/apiStatus' || asked.path === '/apiStatus') return { status: 200, body: ALL_WELL };
    const form = new URLSearchParams(asked.body);
    if (asked.path === '/oauth/token') return this.clientToken(form);
    if (asked.path === '/oauth/revoke') {
      this.tokens.revoke(form.get('client_id') ?? '', form.get('token') ?? '');
      return { status: 200, body: {} };
    }
    return this.onRecord(asked);
  }

  private clientToken(form: URLSearchParams): Answer {
    const { value } = this.tokens.give(form.get('client_id') ?? '', undefined, ['/read-public']);
    const expires = { token_type: 'bearer', expires_in: 631_138_518, scope: '/read-public' };
    return { status: 200, body: { access_token: value, ...expires } };
  }

  /** In ORCID's order: token, state of the record, whose token, scope (orcid-api 4, 7.1). */
  private onRecord(asked: Asked): Answer {
    const [, , orcid = '', segment = '', putCode] = asked.path.split('/');
    const token = this.tokens.find(asked.token ?? '');
    if (token === undefined || !this.accepts(token, asked.method)) return INVALID_TOKEN;
    const record = this.records.get(orcid);
    if (record === undefined) return failure(404, 9016);
    if (record.state === 'locked') return failure(409, 9018);
    if (record.state === 'deactivated') return failure(409, 9044);
    if (token.orcid !== undefined && token.orcid !== orcid) return failure(401, 9017);
    const section = sectionAt(segment);
    const scope = section && MODEL_SECTIONS[section].scope;
    if (asked.method !== 'GET' && !token.scopes.includes(scope ?? '')) return failure(403, 9038);
    const { client } = token;
    const now = this.clock.now().getTime();
    return carryOut(record, { ...asked, client, segment, section, putCode, now }, () => this.nextPutCode());
  }

  /** With a permission that the owner took back own items can still be removed (orcid-api 4.3). */
  private accepts({ state }: SimulatedToken, method: string): boolean {
    if (this.cannotCheckTokens) return false;
    return state === 'active' || (state === 'user-revoked' && method === 'DELETE');
  }
}

const ALL_WELL = { tomcatUp: true, dbConnectionOk: true, readOnlyDbConnectionOk: true, overallOk: true };
