import { at, type Call, putCodeIn, type Reply, send, sendForm } from '../../testing/http-client.ts';
import { EVERYTHING, Running, UNIVERSITY } from '../../testing/running.ts';

/** The ORCID that the claims are tried on: the simulator, or ORCID's own sandbox when credentials are in the environment. */
export interface Target {
  readonly site: string;
  readonly api: string;
  readonly pub: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** A person who has agreed to everything, with the token and its pair. */
  readonly orcid: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Only here: the simulator's people in special states, its second client, its admin host. */
  readonly running: Running | undefined;
}

const NAMES = {
  id: 'ORCID_SANDBOX_CLIENT_ID',
  secret: 'ORCID_SANDBOX_CLIENT_SECRET',
  orcid: 'ORCID_SANDBOX_ORCID',
  accessToken: 'ORCID_SANDBOX_ACCESS_TOKEN',
  refreshToken: 'ORCID_SANDBOX_REFRESH_TOKEN',
} as const;

/** Whether the claims go to ORCID's own sandbox; then those about the simulator's own people are skipped. */
export const isRemote = process.env[NAMES.id] !== undefined;

export function openTarget(): Promise<Target> {
  return isRemote ? Promise.resolve(remoteTarget()) : localTarget();
}

/** Says which settings are missing by name, and never prints a value. */
function remoteTarget(): Target {
  const missing = Object.values(NAMES).filter((name) => process.env[name] === undefined);
  if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`);
  const read = (name: string): string => process.env[name] ?? '';
  return {
    site: 'https://sandbox.orcid.org',
    api: 'https://api.sandbox.orcid.org',
    pub: 'https://pub.sandbox.orcid.org',
    client: { id: read(NAMES.id), secret: read(NAMES.secret) },
    orcid: read(NAMES.orcid),
    accessToken: read(NAMES.accessToken),
    refreshToken: read(NAMES.refreshToken),
    running: undefined,
  };
}

async function localTarget(): Promise<Target> {
  const running = await Running.start();
  const scopes = EVERYTHING;
  const { json } = await running.admin('POST', '/tokens', { clientId: UNIVERSITY.id, person: 'connects', scopes });
  const { site, api, pub } = running;
  return {
    site,
    api,
    pub,
    client: UNIVERSITY,
    orcid: String(at(json, 'orcid')),
    accessToken: String(at(json, 'access_token')),
    refreshToken: String(at(json, 'refresh_token')),
    running,
  };
}

/** What one file of claims works with; everything it wrote is deleted at its end. */
export class Session {
  #written: string[] = [];

  constructor(readonly target: Target) {}

  get orcid(): string {
    return this.target.orcid;
  }

  get running(): Running {
    if (this.target.running === undefined) throw new Error('this claim is about the simulator only');
    return this.target.running;
  }

  /** A call of the member API about the person, with the full token unless another is given. */
  member(path: string, call: Call = {}): Promise<Reply> {
    return send(`${this.target.api}/v3.0/${path}`, { token: this.target.accessToken, ...call });
  }

  read(section: string, call: Call = {}): Promise<Reply> {
    return this.member(section === '' ? this.orcid : `${this.orcid}/${section}`, call);
  }

  async write(section: string, body: unknown, call: Call = {}): Promise<Reply> {
    const reply = await this.member(`${this.orcid}/${section}`, { method: 'POST', body, ...call });
    const location = reply.headers.get('location');
    if (reply.status === 201 && location !== null) this.#written.push(location);
    return reply;
  }

  /** Deleted at the end, too. */
  remember(location: string): void {
    this.#written.push(location);
  }

  async written(section: string, body: unknown): Promise<number> {
    const reply = await this.write(section, body);
    if (reply.status !== 201) throw new Error(`could not write: ${reply.text}`);
    return putCodeIn(reply);
  }

  put(section: string, putCode: number, body: object, call: Call = {}): Promise<Reply> {
    const path = `${this.orcid}/${section}/${putCode}`;
    return this.member(path, { method: 'PUT', body: { 'put-code': putCode, ...body }, ...call });
  }

  remove(section: string, putCode: number, call: Call = {}): Promise<Reply> {
    return this.member(`${this.orcid}/${section}/${putCode}`, { method: 'DELETE', ...call });
  }

  /** A narrower token of the same person, by refreshing. */
  async narrowed(...scopes: readonly string[]): Promise<string> {
    const { client, refreshToken } = this.target;
    const reply = await this.token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      scope: scopes.join(' '),
      client_id: client.id,
      client_secret: client.secret,
    });
    return String(at(reply.json, 'access_token'));
  }

  async clientToken(scope: string): Promise<string> {
    const { id, secret } = this.target.client;
    const form = { grant_type: 'client_credentials', scope, client_id: id, client_secret: secret };
    return String(at((await this.token(form)).json, 'access_token'));
  }

  token(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    return sendForm(`${this.target.site}/oauth/token`, form, headers);
  }

  async end(): Promise<void> {
    for (const location of this.#written) await send(location, { method: 'DELETE', token: this.target.accessToken });
    await this.target.running?.stop();
  }
}
