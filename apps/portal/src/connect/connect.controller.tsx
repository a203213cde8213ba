import { ConnectionRows, type VisitorRow } from '@ligature/persistence';
import { RecordOverview } from '@ligature/record-sync';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { ConnectPage } from '../pages/connect.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { Authorizations } from './authorizations.ts';

/** To ORCID. */
@Controller('connect')
@UseGuards(SignedInGuard, CsrfGuard)
export class ConnectController {
  constructor(
    private readonly authorizations: Authorizations,
    private readonly overview: RecordOverview,
    private readonly rows: ConnectionRows,
    private readonly pages: Pages,
  ) {}

  @Get()
  async explain(@CurrentVisitor() visitor: Visitor, @CurrentPerson() { id }: VisitorRow): Promise<void> {
    const { tenant } = visitor;
    const wasConnected = (await this.rows.latestOf(tenant.id, [id])).has(id);
    const foreseen = { ...(await this.overview.foreseen(tenant, id)), wasConnected };
    await this.pages.send(visitor, (context) => <ConnectPage context={context} foreseen={foreseen} />);
  }

  @Post()
  async begin(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    await this.authorizations.begin(visitor, person);
  }
}
