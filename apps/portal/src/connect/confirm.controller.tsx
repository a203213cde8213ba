import { Confirmations } from '@ligature/connections';
import type { Confirmer, VisitorRow } from '@ligature/persistence';
import { CsrfGuard } from '@ligature/web';
import { Body, Controller, Get, ParseUUIDPipe, Post, Redirect, UseGuards } from '@nestjs/common';
import { ConfirmPage } from '../pages/confirm.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { Authorizations } from './authorizations.ts';
import { ConnectNotice } from './connect-notice.tsx';

/** Whose iD is it? ORCID answers for whoever is signed in there in this browser. */
@Controller('connect')
@UseGuards(SignedInGuard, CsrfGuard)
export class ConfirmController {
  constructor(
    private readonly confirmations: Confirmations,
    private readonly authorizations: Authorizations,
    private readonly pages: Pages,
    private readonly notice: ConnectNotice,
  ) {}

  @Get('confirm')
  async ask(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const grant = await this.confirmations.find(confirmerOf(visitor, person));
    if (grant === undefined) visitor.response.redirect(303, '/connection');
    else await this.pages.send(visitor, (context) => <ConfirmPage context={context} person={person} grant={grant} />);
  }

  @Post('confirm')
  async confirm(
    @CurrentVisitor() visitor: Visitor,
    @CurrentPerson() person: VisitorRow,
    @Body('grant', ParseUUIDPipe) id: string,
  ): Promise<void> {
    const who = confirmerOf(visitor, person);
    const outcome = await this.confirmations.confirm(visitor.tenant, id, who);
    if (outcome.kind === 'connected') visitor.response.redirect(303, '/connection');
    else if (outcome.kind === 'expired') visitor.response.redirect(303, await this.afterExpiry(who));
    else await this.notice.notKept(visitor, outcome);
  }

  /** Another grant may have come in another tab since: then it is asked about. */
  private async afterExpiry(who: Confirmer): Promise<string> {
    const waits = await this.confirmations.find(who);
    return waits === undefined ? '/connect/not-confirmed' : '/connect/confirm';
  }

  /** The person says that it is not theirs, and has ORCID ask who is there. */
  @Post('as-somebody-else')
  async signInAgain(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    await this.confirmations.decline(person);
    await this.authorizations.begin(visitor, person, true);
  }

  @Post('decline')
  @Redirect('/connect/not-confirmed', 303)
  async decline(@CurrentPerson() person: VisitorRow): Promise<void> {
    await this.confirmations.decline(person);
  }
}

function confirmerOf({ request }: Visitor, { id: personId }: VisitorRow): Confirmer {
  return { personId, sessionId: request.sessionID };
}
