import { createHash, randomBytes } from 'node:crypto';
import { OrcidClientConfig, TokenCalls, UnreadableGrantError } from '@ligature/orcid-client';
import type { Scope } from '@ligature/orcid-model';
import { Clock } from '@ligature/runtime';
import type { PublicAddress } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type AuthorizationAnswer, readAnswer } from './authorization-answer.ts';
import type { AuthorizationFailure, AuthorizationOutcome } from './authorization-outcome.ts';
import { type AnsweredAuthorization, AuthorizationStore, type PendingAuthorization } from './authorization-store.ts';
import { ClientCredentialsSource } from './client-credentials-source.ts';
import { causeOf, reasonOf } from './failure-reason.ts';
import { OrcidStrategy } from './orcid.strategy.ts';
import { authenticate } from './passport-result.ts';

/** Whose browser it is, and at which institution's portal. */
export interface AuthorizingBrowser {
  readonly sessionId: string;
  readonly personId: string;
  readonly institutionId: string;
  /** Where that portal is: ORCID sends the browser back there, to an address that the institution's client registered. */
  readonly address: Pick<PublicAddress, 'base'>;
}

/** Who connects, having read what. */
export interface AuthorizationRequest extends AuthorizingBrowser {
  readonly scopes: readonly Scope[];
  readonly shownText: string;
  /** Whether ORCID is to ask who is there, also when somebody is signed in there already. */
  readonly signsInAgain?: boolean;
  /** Fills ORCID's forms and chooses its language; nothing of it is taken back as true. */
  readonly prefill: Readonly<Partial<Record<'lang' | 'email' | 'given_names' | 'family_names', string>>>;
}

/** ORCID may show pages of its own after sign-in, so the round trip gets an hour (its interstitials; our choice). */
export const AUTHORIZATION_LIFETIME_MS = 60 * 60_000;

/** The round trip of a browser to ORCID and back. */
@Injectable()
export class OrcidOauthFlow {
  constructor(
    private readonly store: AuthorizationStore,
    private readonly credentials: ClientCredentialsSource,
    private readonly tokens: TokenCalls,
    private readonly orcid: OrcidClientConfig,
    private readonly clock: Clock,
  ) {}

  /** Sends the browser to ORCID. `prompt` counts there only together with the scope `openid` (its OauthAuthorizeController). */
  async begin(request: Request, response: Response, given: AuthorizationRequest): Promise<void> {
    const { sessionId, prefill, address, signsInAgain = false, ...rest } = given;
    const state = randomBytes(32).toString('base64url');
    const pending = { ...rest, session: hash(sessionId), issuer: this.orcid.site };
    await this.store.keep(state, pending, this.inAnHour());
    const strategy = await this.strategy(given.institutionId, address);
    const scope = [...given.scopes, ...(signsInAgain ? (['openid'] as const) : [])];
    const orcid = { ...prefill, ...(signsInAgain && { prompt: 'login' }) };
    await authenticate(strategy, { state, scope, orcid }, request, response);
  }

  /** Takes in what ORCID sent the browser back with. The state is claimed before anything else is believed. */
  async finish(request: Request, response: Response, who: AuthorizingBrowser): Promise<AuthorizationOutcome> {
    const answer = readAnswer(request);
    if (answer === undefined) return failed('not-begun-here');
    const pending = answer.state === undefined ? undefined : await this.store.take(who.institutionId, answer.state);
    if (pending === undefined) return this.unknown(request, answer, who);
    if (!belongsTo(pending, who) || !this.isFromOrcid(answer, pending)) return failed('not-begun-here');
    const { code, error } = answer;
    if (code !== undefined && error !== undefined) return failed('refused-request');
    if (code === undefined && error === undefined) return failed('no-answer');
    if (code !== undefined) await this.store.beginExchange(answer.state ?? '', pending);
    const outcome = await this.conclude(pending, request, response, who, answer.state ?? '');
    if (outcome.kind === 'granted' || outcome.kind === 'denied')
      await this.store.keepAnswered(answer.state ?? '', pending, this.inAnHour());
    if (outcome.kind === 'failed' && code !== undefined) await this.noteFailure(answer.state ?? '', pending, outcome);
    return outcome;
  }

  /** What was granted is kept, or ended at ORCID: nothing of it is left to be looked after. */
  settled(state: string, who: Pick<AuthorizingBrowser, 'institutionId'>): Promise<void> {
    return this.store.settleExchange(state, who);
  }

  /** What was granted could be neither kept nor ended. */
  lost(state: string, who: Pick<AuthorizingBrowser, 'institutionId' | 'personId'>): Promise<void> {
    return this.store.loseExchange(state, who);
  }

  private noteFailure(
    state: string,
    pending: PendingAuthorization,
    { reason }: { readonly reason: AuthorizationFailure },
  ): Promise<void> {
    return reason === 'answer-lost'
      ? this.store.loseExchange(state, pending)
      : this.store.settleExchange(state, pending);
  }

  /** Nothing waits for this answer: somebody reloads, comes back, or made it up. */
  private async unknown(
    request: Request,
    { state }: AuthorizationAnswer,
    who: AuthorizingBrowser,
  ): Promise<AuthorizationOutcome> {
    if (state === undefined) return failed(isEmpty(request) ? 'no-answer' : 'not-begun-here');
    if (await this.store.isExchangeLost(state, who)) return failed('answer-lost');
    const answered = await this.store.findAnswered(who.institutionId, state);
    return answered !== undefined && belongsTo(answered, who) ? { kind: 'repeated' } : failed('not-begun-here');
  }

  private inAnHour(): Date {
    return new Date(this.clock.now().getTime() + AUTHORIZATION_LIFETIME_MS);
  }

  /** A code goes to the ORCID it is from and to no other (RFC 9207); ORCID itself does not say who it is, today. */
  private isFromOrcid({ iss }: AuthorizationAnswer, { issuer }: PendingAuthorization): boolean {
    return issuer === this.orcid.site && (iss === undefined || iss === issuer);
  }

  private async conclude(
    pending: PendingAuthorization,
    request: Request,
    response: Response,
    { address }: AuthorizingBrowser,
    state: string,
  ): Promise<AuthorizationOutcome> {
    const strategy = await this.strategy(pending.institutionId, address);
    const { grant, failure, refused } = await authenticate(strategy, {}, request, response);
    if (grant !== undefined) return { kind: 'granted', grant, shownText: pending.shownText, state };
    const cause = causeOf(failure);
    if (cause instanceof UnreadableGrantError) return { kind: 'unreadable', token: cause, state };
    return refused ? { kind: 'denied', shownText: pending.shownText } : failed(reasonOf(failure));
  }

  private async strategy(institutionId: string, { base }: AuthorizingBrowser['address']): Promise<OrcidStrategy> {
    const credentials = await this.credentials.of(institutionId);
    const redirectUri = `${base}/orcid/callback`;
    return new OrcidStrategy({
      site: this.orcid.site,
      clientId: credentials.clientId,
      redirectUri,
      exchange: (code) => this.tokens.exchange(credentials, { code, redirectUri }),
    });
  }
}

function belongsTo({ session, personId, institutionId }: AnsweredAuthorization, who: AuthorizingBrowser): boolean {
  return session === hash(who.sessionId) && personId === who.personId && institutionId === who.institutionId;
}

function failed(reason: AuthorizationFailure): AuthorizationOutcome {
  return { kind: 'failed', reason };
}

function isEmpty({ query }: Request): boolean {
  return Object.keys(query).length === 0;
}

function hash(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}
