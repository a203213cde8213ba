import type { VisitorRow } from '@ligature/persistence';
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
    private readonly pages: Pages,
  ) {}

  @Get()
  async explain(@CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.pages.send(visitor, (context) => <ConnectPage context={context} />);
  }

  @Post()
  async begin(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    await this.authorizations.begin(visitor, person);
  }
}
