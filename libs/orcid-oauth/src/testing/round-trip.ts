import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OrcidClient, OrcidClientConfig, RateBudget } from '@ligature/orcid-client';
import { OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { readConfigs } from '@ligature/runtime';
import { StoppedClock } from '@ligature/runtime/testing';
import express from 'express';
import type { AuthorizationOutcome } from '../authorization-outcome.ts';
import { type AnsweredAuthorization, AuthorizationStore, type PendingAuthorization } from '../authorization-store.ts';
import { ClientCredentialsSource } from '../client-credentials-source.ts';
import { type AuthorizationRequest, OrcidOauthFlow } from '../orcid-oauth-flow.ts';

/** What a database keeps, in memory: each authorization is taken once. */
class Authorizations extends AuthorizationStore {
  readonly kept = new Map<string, PendingAuthorization>();
  readonly answered = new Map<string, AnsweredAuthorization>();
  readonly exchanges = new Map<string, 'sent' | 'lost'>();
  readonly expiries: string[] = [];

  override keep(state: string, pending: PendingAuthorization, expiresAt: Date): Promise<void> {
    this.kept.set(state, pending);
    this.expiries.push(expiresAt.toISOString());
    return Promise.resolve();
  }

  override take(institutionId: string, state: string): Promise<PendingAuthorization | undefined> {
    const pending = this.kept.get(state);
    if (pending?.institutionId !== institutionId) return Promise.resolve(undefined);
    this.kept.delete(state);
    return Promise.resolve(pending);
  }

  override keepAnswered(state: string, answered: AnsweredAuthorization): Promise<void> {
    this.answered.set(state, answered);
    return Promise.resolve();
  }

  override beginExchange(state: string): Promise<void> {
    this.exchanges.set(state, 'sent');
    return Promise.resolve();
  }

  override settleExchange(state: string): Promise<void> {
    this.exchanges.delete(state);
    return Promise.resolve();
  }

  override loseExchange(state: string): Promise<void> {
    this.exchanges.set(state, 'lost');
    return Promise.resolve();
  }

  override isExchangeLost(state: string): Promise<boolean> {
    return Promise.resolve(this.exchanges.get(state) === 'lost');
  }

  override findAnswered(institutionId: string, state: string): Promise<AnsweredAuthorization | undefined> {
    const answered = this.answered.get(state);
    return Promise.resolve(answered?.institutionId === institutionId ? answered : undefined);
  }
}

/** Gives every slot at once, while it is there. */
class Budget extends RateBudget {
  isBroken = false;

  override reserve(): Promise<number> {
    return this.isBroken ? Promise.reject(new Error('no database')) : Promise.resolve(0);
  }

  override holdBack(): Promise<void> {
    return Promise.resolve();
  }
}

class Credentials extends ClientCredentialsSource {
  override of(institutionId: string): ReturnType<ClientCredentialsSource['of']> {
    return Promise.resolve({
      clientId: `APP-${institutionId}`,
      clientSecret: new Secret('client-secret', `secret of ${institutionId}`),
    });
  }
}

const NOW = '2026-11-22T10:00:00Z';

export const REQUEST: AuthorizationRequest = {
  sessionId: 'session-1',
  personId: 'ada',
  institutionId: 'EXAMPLE',
  address: { base: 'https://portal.example.edu' },
  scopes: ['/read-limited', '/activities/update'],
  shownText: '2026-11/en',
  prefill: { lang: 'en', email: 'ada@example.edu', given_names: 'Ada' },
};

/** A portal of two addresses, a browser that follows nothing by itself, and an ORCID that answers by script. */
export class RoundTrip {
  readonly store = new Authorizations();

  private constructor(
    readonly orcid: OrcidDouble,
    private readonly client: OrcidClient,
    private readonly budget: Budget,
    private readonly server: Server,
  ) {}

  static async start(): Promise<RoundTrip> {
    const orcid = await OrcidDouble.start();
    const configs = readConfigs([OrcidClientConfig], { ...orcid.env, ORCID_TRIES: '3' });
    const config = configs.get(OrcidClientConfig);
    const budget = new Budget();
    const client = new OrcidClient({ ...config.options, budget });
    const server = createServer();
    const trip = new RoundTrip(orcid, client, budget, server);
    const flow = new OrcidOauthFlow(trip.store, new Credentials(), client.tokens, config, new StoppedClock(NOW));
    server.on('request', portalOf(flow));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return trip;
  }

  /** Sends the browser to ORCID. @returns where it is sent */
  async begin(change: Partial<AuthorizationRequest> = {}): Promise<URL> {
    const given = JSON.stringify({ ...REQUEST, ...change });
    const answer = await fetch(`${this.url}/begin`, { headers: { given }, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '');
  }

  /** Begins, and tells the state that stands for it. */
  async beginState(change: Partial<AuthorizationRequest> = {}): Promise<string> {
    return (await this.begin(change)).searchParams.get('state') ?? '';
  }

  /** The browser comes back. @returns how it ended */
  async finish(
    query: Record<string, string> | string,
    who: Partial<AuthorizationRequest> = {},
  ): Promise<AuthorizationOutcome> {
    const { status, outcome } = await this.comeBack(query, who);
    if (status !== 200) throw new Error(`the portal answered ${status}`);
    return outcome;
  }

  async comeBack(
    query: Record<string, string> | string,
    who: Partial<AuthorizationRequest> = {},
  ): Promise<{ status: number; outcome: AuthorizationOutcome }> {
    const given = JSON.stringify({ ...REQUEST, ...who });
    const answer = await fetch(`${this.url}/orcid/callback?${new URLSearchParams(query).toString()}`, {
      headers: { given },
      redirect: 'manual',
    });
    return { status: answer.status, outcome: JSON.parse((await answer.text()) || 'null') as AuthorizationOutcome };
  }

  /** Runs a test while the database that the rate budget is kept in is gone. */
  async breakBudget(test: () => Promise<void>): Promise<void> {
    this.budget.isBroken = true;
    await test().finally(() => (this.budget.isBroken = false));
  }

  async stop(): Promise<void> {
    await this.client.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.orcid.stop();
  }

  private get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

/** Who is there stands in a header, where a portal has its session. */
function portalOf(flow: OrcidOauthFlow): express.Express {
  const app = express();
  const requestOf = (request: express.Request): AuthorizationRequest =>
    JSON.parse(request.get('given') ?? '') as AuthorizationRequest;
  app.get('/begin', (request, response) => flow.begin(request, response, requestOf(request)));
  app.get('/orcid/callback', async (request, response) => {
    const outcome = await flow.finish(request, response, requestOf(request)).catch(() => undefined);
    response.status(outcome === undefined ? 500 : 200).json(outcome);
  });
  return app;
}
