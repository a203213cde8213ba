import type {
  ExternalId,
  Funding,
  FundingSummary,
  PeerReview,
  PeerReviewSummary,
  ResearcherUrl,
  ResearchResource,
  ResearchResourceSummary,
} from '@ligature/orcid-model';
import { ActivityCalls } from './calls/activity-calls.ts';
import { AffiliationCalls } from './calls/affiliation-calls.ts';
import { GroupCalls } from './calls/group-calls.ts';
import { ItemCalls } from './calls/item-calls.ts';
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
import {
  ADDRESSES,
  EXTERNAL_IDENTIFIERS,
  FUNDINGS,
  KEYWORDS,
  OTHER_NAMES,
  PEER_REVIEWS,
  RESEARCH_RESOURCES,
  RESEARCHER_URLS,
  WORKS,
} from './wire/sections.ts';

/** The one door to ORCID: every call of the member API, grouped by what it is about, inside one budget. */
export class OrcidClient {
  readonly tokens: TokenCalls;
  readonly openId: OpenIdCalls;
  readonly records: RecordCalls;
  readonly recordStates: RecordStateCalls;
  /** The items of all sections. */
  readonly items: SectionCalls;
  readonly affiliations: AffiliationCalls;
  readonly works: WorkCalls;
  readonly fundings: ActivityCalls<Funding, FundingSummary>;
  readonly peerReviews: ActivityCalls<PeerReview, PeerReviewSummary>;
  readonly researchResources: ActivityCalls<ResearchResource, ResearchResourceSummary>;
  /** Countries. */
  readonly addresses: ItemCalls<string>;
  readonly keywords: ItemCalls<string>;
  readonly otherNames: ItemCalls<string>;
  readonly researcherUrls: ItemCalls<ResearcherUrl>;
  readonly externalIdentifiers: ItemCalls<ExternalId>;
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
    this.transport = new Transport(timeoutMs);
    const locks = new RecordLocks(origin, settings.leases);
    const httpClientThrough = (rateLimiter: RateLimiter): HttpClient =>
      new HttpClient({ ...settings, transport: this.transport, rateLimiter, locks, breaker: new CircuitBreaker() });
    const rateLimiter = new RateLimiter(budget, origin, 1000 / requestsPerSecond);
    const toSite = httpClientThrough(rateLimiter);
    const api = new OrcidApi(httpClientThrough(rateLimiter), origin);
    const publicPace = 1000 / Math.min(requestsPerSecond, PUBLIC_REQUESTS_PER_SECOND);
    const toPublicApi =
      pub === undefined ? undefined : new OrcidApi(httpClientThrough(new RateLimiter(budget, pub, publicPace)), pub);

    this.tokens = new TokenCalls(toSite, site, settings.now);
    this.openId = new OpenIdCalls(new OrcidApi(toSite, site));
    this.records = new RecordCalls(api);
    this.recordStates = new RecordStateCalls(api, this.tokens);
    this.items = new SectionCalls(api);
    this.affiliations = new AffiliationCalls(api, timeoutMs);
    this.works = new WorkCalls(api, WORKS, timeoutMs);
    this.fundings = new ActivityCalls(api, FUNDINGS, timeoutMs);
    this.peerReviews = new ActivityCalls(api, PEER_REVIEWS, timeoutMs);
    this.researchResources = new ActivityCalls(api, RESEARCH_RESOURCES, timeoutMs);
    this.addresses = new ItemCalls(api, ADDRESSES);
    this.keywords = new ItemCalls(api, KEYWORDS);
    this.otherNames = new ItemCalls(api, OTHER_NAMES);
    this.researcherUrls = new ItemCalls(api, RESEARCHER_URLS);
    this.externalIdentifiers = new ItemCalls(api, EXTERNAL_IDENTIFIERS);
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
