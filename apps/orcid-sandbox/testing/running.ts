import { Simulator } from '../src/simulator.ts';
import { DEFAULT_SETTINGS } from '../src/settings/default-settings.ts';
import { type SettingsInput, settingsSchema } from '../src/settings/settings.ts';
import { at, type Call, type Reply, send } from './http-client.ts';

export const UNIVERSITY = { id: 'APP-EXAMPLE000000001', secret: 'example-member-secret' };
export const REPOSITORY = { id: 'APP-EXAMPLE000000002', secret: 'example-other-secret' };
export const PUBLIC_CLIENT = { id: 'APP-EXAMPLE000000003', secret: 'example-public-secret' };
export const CALLBACK = 'http://localhost:3000/callback';
export const EVERYTHING = ['/read-limited', '/activities/update', '/person/update'];

/** A local ORCID on a free port, with the people of the default settings unless the test says otherwise. */
export class Running {
  private constructor(readonly simulator: Simulator) {}

  static async start(over: SettingsInput = {}, state?: string): Promise<Running> {
    const settings = settingsSchema.parse({ ...DEFAULT_SETTINGS, rateLimits: { enabled: false }, ...over });
    return new Running(await Simulator.start({ settings, port: 0, host: '127.0.0.1', state }));
  }

  get site(): string {
    return this.simulator.addresses.site;
  }

  get api(): string {
    return this.simulator.addresses.api;
  }

  get pub(): string {
    return this.simulator.addresses.pub;
  }

  stop(): Promise<void> {
    return this.simulator.stop();
  }

  admin(method: string, path: string, body?: unknown): Promise<Reply> {
    return send(`${this.site}/__admin${path}`, { method, body });
  }

  /** The iD of a person of the settings. */
  async orcid(key: string): Promise<string> {
    const { json } = await this.admin('GET', '/people');
    const found = (json as { key?: string; orcid: string }[]).find((person) => person.key === key);
    if (found === undefined) throw new Error(`nobody is called ${key}`);
    return found.orcid;
  }

  /** A token without the detour of a browser. */
  async token(
    person: string | undefined,
    scopes: readonly string[] = EVERYTHING,
    client = UNIVERSITY,
  ): Promise<string> {
    const { json } = await this.admin('POST', '/tokens', { clientId: client.id, person, scopes });
    return String(at(json, 'access_token'));
  }

  member(path: string, call: Call = {}): Promise<Reply> {
    return send(`${this.api}/v3.0/${path}`, call);
  }
}
