import { Connections } from '@ligature/connections';
import { ConnectionRows, type VisitorRow } from '@ligature/persistence';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Post, Redirect, UseGuards } from '@nestjs/common';
import { DisconnectPage } from '../pages/disconnect.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** The way out: what it means is said first. */
@Controller('connection/disconnect')
@UseGuards(SignedInGuard, CsrfGuard)
export class DisconnectController {
  constructor(
    private readonly connections: Connections,
    private readonly rows: ConnectionRows,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const connection = await this.rows.findActive(visitor.tenant.id, person.id);
    if (connection === undefined) visitor.response.redirect(303, '/connection');
    else await this.pages.send(visitor, (context) => <DisconnectPage context={context} connection={connection} />);
  }

  @Post()
  @Redirect('/connection', 303)
  async disconnect(@CurrentPerson() person: VisitorRow): Promise<void> {
    await this.connections.disconnect(person);
  }
}
