import { Connections } from '@ligature/connections';
import type { Scope } from '@ligature/orcid-model';
import { OrcidOauthFlow } from '@ligature/orcid-oauth';
import type { Person } from '@ligature/persistence';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { languageOf } from '../language/language.ts';
import { CONSENT_TEXT_VERSION, ConnectPage } from '../pages/connect.page.tsx';
import { DeniedPage } from '../pages/denied.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { ConnectNotice } from './connect-notice.tsx';

/** Reads what is shared with trusted parties, writes employments: nothing that is not used is asked for. */
const SCOPES: readonly Scope[] = ['/read-limited', '/activities/update'];

/** To ORCID and back. */
@Controller()
@UseGuards(SignedInGuard, CsrfGuard)
export class ConnectController {
  constructor(
    private readonly oauth: OrcidOauthFlow,
    private readonly connections: Connections,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
    private readonly notice: ConnectNotice,
  ) {}

  @Get('connect')
  async explain(@Req() request: Request): Promise<void> {
    await this.pages.send(request, (context) => <ConnectPage context={context} />);
  }

  @Post('connect')
  async begin(@Req() request: Request, @Res() response: Response, @CurrentPerson() person: Person): Promise<void> {
    const lang = languageOf(request);
    await this.oauth.begin(request, response, {
      sessionId: request.sessionID,
      personId: person.id,
      institutionId: person.institutionId,
      scopes: SCOPES,
      shownText: `${CONSENT_TEXT_VERSION}/${lang}`,
      prefill: { lang, ...prefillOf(person) },
    });
  }

  @Get('orcid/callback')
  async finish(@Req() request: Request, @Res() response: Response, @CurrentPerson() person: Person): Promise<void> {
    const who = { sessionId: request.sessionID, personId: person.id };
    const outcome = await this.oauth.finish(request, response, who);
    switch (outcome.kind) {
      case 'failed':
        return this.notice.failed(request, outcome.reason);
      case 'denied':
        await this.connections.deny(person, outcome.shownText);
        response.redirect(303, '/connect/denied');
        return;
      case 'granted':
        return this.keep(request, response, person, outcome);
    }
  }

  @Get('connect/denied')
  async denied(@Req() request: Request): Promise<void> {
    await this.pages.send(request, (context) => <DeniedPage context={context} />);
  }

  private async keep(
    request: Request,
    response: Response,
    person: Person,
    { grant, shownText }: Granted,
  ): Promise<void> {
    const outcome = await this.connections.connect(await this.institution.get(), person, grant, shownText);
    if (outcome.kind === 'connected') response.redirect(303, '/connection');
    else await this.notice.notKept(request, outcome);
  }
}

type Granted = Extract<Awaited<ReturnType<OrcidOauthFlow['finish']>>, { kind: 'granted' }>;

function prefillOf({ mail, givenName, familyName }: Person): Record<string, string> {
  const known = { email: mail, given_names: givenName, family_names: familyName };
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] != null));
}
