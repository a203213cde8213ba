import { Confirmations, Connections, PermissionLostError } from '@ligature/connections';
import type { VisitorRow } from '@ligature/persistence';
import { Controller, Get, Head, Header, HttpCode, UseGuards } from '@nestjs/common';
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

  /** Somebody looks ahead at the address, as mail scanners do: the answer in it is not taken in. */
  @Head()
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  look(): void {
    // There is nothing to say.
  }

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
        return this.orSayThatItIsLost(visitor, person, outcome.state, () => this.receive(visitor, person, outcome));
      case 'unreadable':
        return this.orSayThatItIsLost(visitor, person, outcome.state, async () => {
          await this.confirmations.giveBack(visitor.tenant, person, outcome.token);
          await this.authorizations.settled(outcome.state, visitor);
          await this.notice.failed(visitor, 'orcid-unavailable');
        });
    }
  }

  private async receive(visitor: Visitor, person: VisitorRow, { grant, shownText, state }: Granted): Promise<void> {
    const given = { sessionId: visitor.request.sessionID, shownText };
    const outcome = await this.confirmations.receive(visitor.tenant, person, grant, given);
    await this.authorizations.settled(state, visitor);
    if (outcome.kind === 'to-confirm') visitor.response.redirect(303, '/connect/confirm');
    else if (outcome.kind === 'connected') visitor.response.redirect(303, '/connection');
    else await this.notice.notKept(visitor, outcome);
  }

  /** What could be neither kept nor ended only its owner can end. What was ended, but failed here, is a fault like any other. */
  private async orSayThatItIsLost(
    visitor: Visitor,
    person: VisitorRow,
    state: string,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PermissionLostError)) {
        await this.authorizations.settled(state, visitor);
        throw error;
      }
      await this.authorizations.lost(state, visitor, person);
      await this.notice.failed(visitor, 'answer-lost');
    }
  }
}
