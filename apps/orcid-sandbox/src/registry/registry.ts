import { AuthorizationCodes } from '../oauth/codes.ts';
import { Sessions } from '../oauth/sessions.ts';
import { SigningKey } from '../oauth/signing-key.ts';
import { Tokens } from '../oauth/tokens.ts';
import { Webhooks } from '../webhooks/webhook.ts';
import { type Settings } from '../settings/settings.ts';
import { Clients } from './clients.ts';
import { Clock } from './clock.ts';
import { Organizations } from './organizations.ts';
import { GroupIdRecords } from './group-id-records.ts';
import { Notifications } from './notifications.ts';
import { type OrcidRecord } from './orcid-record.ts';
import { Records } from './records.ts';
import { Replica } from './replica.ts';

const DAY = 86_400_000;

/** Everything this ORCID knows. One per server; `seed` fills it and `snapshot` keeps it. */
export class Registry {
  readonly clock = new Clock();
  readonly key = new SigningKey();
  readonly replica = new Replica();
  readonly records = new Records(this.replica);
  readonly tokens = new Tokens();
  readonly codes = new AuthorizationCodes();
  readonly sessions = new Sessions();
  readonly groups = new GroupIdRecords();
  readonly notifications: Notifications;
  readonly webhooks = new Webhooks();
  readonly clients: Clients;
  readonly organizations: Organizations;
  /** Called after every change that a restart must not lose. */
  onChange: () => void = () => undefined;
  #lastPutCode: number;
  #minted = 0;

  constructor(readonly settings: Settings) {
    this.clients = new Clients(settings.clients, settings.oauth.oldSecretSeconds * 1000);
    this.organizations = new Organizations(settings.organizations);
    const { archiveDays, deleteDays } = settings.inbox;
    const keeping = { archiveMs: archiveDays * DAY, deleteMs: deleteDays * DAY };
    this.notifications = new Notifications({ ...keeping, now: () => this.now() });
    this.#lastPutCode = settings.firstPutCode - 1;
  }

  now(): number {
    return this.clock.now();
  }

  get lastPutCode(): number {
    return this.#lastPutCode;
  }

  /** One increasing sequence for everything, so that no two things of the simulator are mistaken for each other. */
  nextPutCode(): number {
    return this.takePutCode();
  }

  /** The one that the settings ask for, or the next; what comes after is higher than both. */
  takePutCode(wanted = this.#lastPutCode + 1): number {
    this.#lastPutCode = Math.max(this.#lastPutCode, wanted);
    return wanted;
  }

  get minted(): number {
    return this.#minted;
  }

  continueAfter(putCode: number, minted: number): void {
    this.#lastPutCode = Math.max(this.#lastPutCode, putCode);
    this.#minted = minted;
  }

  mintIndex(): number {
    this.#minted += 1;
    return this.#minted;
  }

  record(orcid: string): OrcidRecord | undefined {
    return this.records.find(orcid);
  }

  changed(): void {
    this.onChange();
  }

  clear(): void {
    this.clock.reset();
    this.records.clear();
    this.replica.clear();
    this.tokens.clear();
    this.codes.clear();
    this.sessions.clear();
    this.clients.clear();
    this.groups.clear();
    this.notifications.clear();
    this.webhooks.clear();
    this.#lastPutCode = this.settings.firstPutCode - 1;
    this.#minted = 0;
  }
}
