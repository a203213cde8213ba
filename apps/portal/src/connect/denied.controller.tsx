import { ConnectionRows, type VisitorRow } from '@ligature/persistence';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { DeniedPage } from '../pages/denied.page.tsx';
import { NoticePage } from '../pages/notice.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentPerson, SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** After a refusal at ORCID. */
@Controller('connect/denied')
@UseGuards(SignedInGuard)
export class DeniedController {
  constructor(
    private readonly rows: ConnectionRows,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@CurrentVisitor() visitor: Visitor, @CurrentPerson() person: VisitorRow): Promise<void> {
    const earlier = await this.rows.findActive(visitor.tenant.id, person.id);
    await this.pages.send(visitor, (context) => {
      if (earlier === undefined) return <DeniedPage context={context} />;
      const { denied, problems } = context.texts;
      const text = denied.earlierText(context.institution.name);
      const next = { href: '/connection', label: problems.toConnection };
      return <NoticePage context={context} notice={{ title: denied.earlierTitle, text, next }} />;
    });
  }
}
