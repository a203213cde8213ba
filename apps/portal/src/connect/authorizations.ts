import { statedSections } from '@ligature/assertions';
import { type Scope, scopeNeededFor } from '@ligature/orcid-model';
import {
  AUTHORIZATION_LIFETIME_MS,
  type AuthorizationOutcome,
  type AuthorizingBrowser,
  OrcidOauthFlow,
} from '@ligature/orcid-oauth';
import type { VisitorRow } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSION } from '../pages/connect.page.tsx';
import type { Tenant, Visitor } from '../visitor/visitor.ts';

/** A visitor's round trip to ORCID. */
@Injectable()
export class Authorizations {
  constructor(private readonly oauth: OrcidOauthFlow) {}

  /** @param signsInAgain whether ORCID is to ask who is there, also when somebody is signed in there already */
  async begin(visitor: Visitor, person: VisitorRow, signsInAgain = false): Promise<void> {
    const { request, response, language: lang } = visitor;
    // Registering at ORCID takes long: whoever comes back in time is still signed in here.
    request.session.awaitsUntil = Date.now() + AUTHORIZATION_LIFETIME_MS;
    await this.oauth.begin(request, response, {
      ...browserOf(visitor, person),
      scopes: scopesFor(visitor.tenant),
      shownText: `${CONSENT_TEXT_VERSION}/${lang}`,
      prefill: { lang, ...prefillOf(person) },
      signsInAgain,
    });
  }

  /** What came of an answer is kept, or ended at ORCID. */
  settled(state: string, { tenant }: Visitor): Promise<void> {
    return this.oauth.settled(state, { institutionId: tenant.id });
  }

  /** What was granted could be neither kept nor ended. */
  lost(state: string, { tenant }: Visitor, { id: personId }: VisitorRow): Promise<void> {
    return this.oauth.lost(state, { institutionId: tenant.id, personId });
  }

  finish(visitor: Visitor, person: VisitorRow): Promise<AuthorizationOutcome> {
    return this.oauth.finish(visitor.request, visitor.response, browserOf(visitor, person));
  }
}

/** To read what is shared with trusted parties, and to write what the institution states: nothing that is not used. */
function scopesFor({ feed }: Tenant): Scope[] {
  return [...new Set<Scope>(['/read-limited', ...statedSections(feed).map(scopeNeededFor)])];
}

function browserOf({ tenant, request }: Visitor, { id: personId }: VisitorRow): AuthorizingBrowser {
  return { sessionId: request.sessionID, personId, institutionId: tenant.id, address: tenant.address };
}

function prefillOf({ mail, givenName, familyName }: VisitorRow): Record<string, string> {
  const known = { email: mail, given_names: givenName, family_names: familyName };
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] != null));
}
