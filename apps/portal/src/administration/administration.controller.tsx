import { MetadataSourceRows } from '@ligature/persistence';
import { RecordPlans } from '@ligature/record-sync';
import { Clock } from '@ligature/runtime';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { AdministrationPage } from '../pages/administration.page.tsx';
import { Pages } from '../pages/pages.ts';
import { AdministratorGuard } from '../session/administrator.guard.ts';
import { SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { HintedPeople } from './hinted-people.ts';

/** What whoever has a role at the institution may look at; nothing is changed here. */
@Controller('administration')
@UseGuards(SignedInGuard, AdministratorGuard)
export class AdministrationController {
  constructor(
    private readonly people: HintedPeople,
    private readonly sources: MetadataSourceRows,
    private readonly plans: RecordPlans,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentVisitor() visitor: Visitor, @Query('after') after: unknown): Promise<void> {
    const { id } = visitor.tenant;
    const sources = await this.sources.watch(id, this.clock.now());
    const held = await this.plans.held(id);
    const people = await this.people.page(id, after);
    await this.pages.send(visitor, (context) => (
      <AdministrationPage context={context} held={held} sources={sources} {...people} />
    ));
  }
}
