import { ConnectionRows, type VisitorRow } from '@ligature/persistence';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { DeniedPage } from '../pages/denied.page.tsx';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** After a refusal: at ORCID, or here when the person was asked whose iD it is. */
@Controller('connect')
@UseGuards(SignedInGuard)
export class DeniedController {
  constructor(
    private readonly rows: ConnectionRows,
    private readonly pages: Pages,
  ) {}

  @Get('denied')
  async show(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const earlier = await this.rows.findActive(visitor.tenant.id, person.id);
    await this.pages.send(visitor, (context) => <DeniedPage context={context} earlier={earlier} />);
  }

  /** Whoever pressed twice is connected, whatever the second answer was. */
  @Get('not-confirmed')
  async showNotConfirmed(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const active = await this.rows.findActive(visitor.tenant.id, person.id);
    if (active === undefined) await this.sendNotConfirmed(visitor);
    else visitor.response.redirect(303, '/connection');
  }

  private async sendNotConfirmed(visitor: Visitor): Promise<void> {
    await this.pages.send(visitor, (context) => {
      const { notConfirmed } = context.texts.confirm;
      const next = { href: '/connect', label: context.texts.problems.tryAgain };
      return <NoticePage context={context} notice={{ ...notConfirmed, next }} />;
    });
  }
}
