import { statedSections } from '@ligature/assertions';
import { Connections } from '@ligature/connections';
import { type Scope, scopeNeededFor } from '@ligature/orcid-model';
import { type AuthorizingBrowser, OrcidOauthFlow } from '@ligature/orcid-oauth';
import type { VisitorRow } from '@ligature/persistence';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { CONSENT_TEXT_VERSION, ConnectPage } from '../pages/connect.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Tenant, Visitor } from '../visitor/visitor.ts';
import { ConnectNotice } from './connect-notice.tsx';

/** To ORCID and back. */
@Controller()
@UseGuards(SignedInGuard, CsrfGuard)
export class ConnectController {
  constructor(
    private readonly oauth: OrcidOauthFlow,
    private readonly connections: Connections,
    private readonly pages: Pages,
    private readonly notice: ConnectNotice,
  ) {}

  @Get('connect')
  async explain(@CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.pages.send(visitor, (context) => <ConnectPage context={context} />);
  }

  @Post('connect')
  async begin(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const { request, response, language: lang } = visitor;
    await this.oauth.begin(request, response, {
      ...browserOf(visitor, person),
      scopes: scopesFor(visitor.tenant),
      shownText: `${CONSENT_TEXT_VERSION}/${lang}`,
      prefill: { lang, ...prefillOf(person) },
    });
  }

  @Get('orcid/callback')
  async finish(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const { request, response } = visitor;
    const outcome = await this.oauth.finish(request, response, browserOf(visitor, person));
    switch (outcome.kind) {
      case 'failed':
        return this.notice.failed(visitor, outcome.reason);
      case 'denied':
        await this.connections.deny(person, outcome.shownText);
        response.redirect(303, '/connect/denied');
        return;
      case 'granted':
        return this.keep(visitor, person, outcome);
    }
  }

  private async keep(visitor: Visitor, person: VisitorRow, { grant, shownText }: Granted): Promise<void> {
    const outcome = await this.connections.connect(visitor.tenant, person, grant, shownText);
    if (outcome.kind === 'connected') visitor.response.redirect(303, '/connection');
    else await this.notice.notKept(visitor, outcome);
  }
}

type Granted = Extract<Awaited<ReturnType<OrcidOauthFlow['finish']>>, { kind: 'granted' }>;

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
