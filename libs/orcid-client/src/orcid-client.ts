import { GroupCalls } from './calls/group-calls.ts';
import { NotificationCalls } from './calls/notification-calls.ts';
import { OpenIdCalls } from './calls/open-id-calls.ts';
import { PublicApiCalls } from './calls/public-api-calls.ts';
import { RecordCalls } from './calls/record-calls.ts';
import { RecordStateCalls } from './calls/record-state-calls.ts';
import { SectionCalls } from './calls/section-calls.ts';
import { SearchCalls } from './calls/search-calls.ts';
import { StatusCalls } from './calls/status-calls.ts';
import { TokenCalls } from './calls/token-calls.ts';
import { WebhookCalls } from './calls/webhook-calls.ts';
import { WorkCalls } from './calls/work-calls.ts';
import { HttpClient } from './http/http-client.ts';
import { OrcidApi } from './http/orcid-api.ts';
import { Transport } from './http/transport.ts';
import type { OrcidClientOptions } from './orcid-client-options.ts';
import { PUBLIC_REQUESTS_PER_SECOND, settingsOf } from './orcid-client-options.ts';
import { CircuitBreaker } from './pacing/circuit-breaker.ts';
import { LocalRateBudget } from './pacing/local-rate-budget.ts';
import { RecordLocks } from './pacing/record-locks.ts';
import { RateLimiter } from './pacing/rate-limiter.ts';
/** Every call of ORCID's member API, grouped by what it is about, inside one rate budget. */
export class OrcidClient {
  readonly tokens: TokenCalls;
  readonly openId: OpenIdCalls;
  readonly records: RecordCalls;
  readonly recordStates: RecordStateCalls;
  /** The items of all sections. */
  readonly items: SectionCalls;
  readonly works: WorkCalls;
  readonly search: SearchCalls;
  readonly groups: GroupCalls;
  readonly webhooks: WebhookCalls;
  readonly notifications: NotificationCalls;
  readonly status: StatusCalls;
  readonly publicApi: PublicApiCalls;
  private readonly transport: Transport;

  constructor(options: OrcidClientOptions) {
    const settings = settingsOf(options);
    const { site, api: origin, pub, timeoutMs, requestsPerSecond, budget = new LocalRateBudget() } = settings;
    this.transport = new Transport(timeoutMs, settings.proxy);
    const locks = new RecordLocks(origin, settings.leases);
    const httpClientThrough = (rateLimiter: RateLimiter): HttpClient =>
      new HttpClient({ ...settings, transport: this.transport, rateLimiter, locks, breaker: new CircuitBreaker() });
    const rateLimiter = new RateLimiter(budget, origin, 1000 / requestsPerSecond);
    const toSite = httpClientThrough(rateLimiter);
    const api = new OrcidApi(httpClientThrough(rateLimiter), origin);
    const publicPace = 1000 / Math.min(requestsPerSecond, PUBLIC_REQUESTS_PER_SECOND);
    const toPublicApi =
      pub === undefined ? undefined : new OrcidApi(httpClientThrough(new RateLimiter(budget, pub, publicPace)), pub);

    this.tokens = new TokenCalls(toSite, site, settings.now, settings.notes);
    this.openId = new OpenIdCalls(new OrcidApi(toSite, site));
    this.records = new RecordCalls(api);
    this.recordStates = new RecordStateCalls(api, this.tokens);
    this.items = new SectionCalls(api, timeoutMs);
    this.works = new WorkCalls(api);
    this.search = new SearchCalls(api, this.tokens);
    this.groups = new GroupCalls(api, this.tokens);
    this.webhooks = new WebhookCalls(api, this.tokens);
    this.notifications = new NotificationCalls(api, this.tokens);
    this.status = new StatusCalls(api, this.tokens);
    this.publicApi = new PublicApiCalls(toPublicApi);
  }

  /** Waits for what is under way, then closes all connections. */
  close(): Promise<void> {
    return this.transport.close();
  }
}
