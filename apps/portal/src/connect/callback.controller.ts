import { Confirmations, Connections } from '@ligature/connections';
import type { VisitorRow } from '@ligature/persistence';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { Authorizations } from './authorizations.ts';
import { ConnectNotice } from './connect-notice.tsx';

type Outcome = Awaited<ReturnType<Authorizations['finish']>>;
type Granted = Extract<Outcome, { kind: 'granted' }>;

/** Back from ORCID. */
@Controller('orcid/callback')
@UseGuards(SignedInGuard)
export class CallbackController {
  constructor(
    private readonly authorizations: Authorizations,
    private readonly confirmations: Confirmations,
    private readonly connections: Connections,
    private readonly notice: ConnectNotice,
  ) {}

  @Get()
  async finish(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const { response } = visitor;
    const outcome: Outcome = await this.authorizations.finish(visitor, person);
    switch (outcome.kind) {
      case 'failed':
        return this.notice.failed(visitor, outcome.reason);
      case 'repeated':
        // Whatever became of it: the question whose iD it is, the connection, or the way to one.
        response.redirect(303, '/connect/confirm');
        return;
      case 'denied':
        // The last answer counts: what waits in another tab is not wanted any more.
        await this.confirmations.decline(person);
        await this.connections.deny(person, outcome.shownText);
        response.redirect(303, '/connect/denied');
        return;
      case 'granted':
        return this.receive(visitor, person, outcome);
    }
  }

  private async receive(visitor: Visitor, person: VisitorRow, { grant, shownText }: Granted): Promise<void> {
    const given = { sessionId: visitor.request.sessionID, shownText };
    const outcome = await this.confirmations.receive(visitor.tenant, person, grant, given);
    if (outcome.kind === 'to-confirm') visitor.response.redirect(303, '/connect/confirm');
    else if (outcome.kind === 'connected') visitor.response.redirect(303, '/connection');
    else await this.notice.notKept(visitor, outcome);
  }
}
