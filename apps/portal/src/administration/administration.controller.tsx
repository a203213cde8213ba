import { ConnectionRows, MetadataSourceRows, type PersonRow, PersonRows } from '@ligature/persistence';
import { RecordPlans } from '@ligature/record-sync';
import { Clock } from '@ligature/runtime';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { AdministrationPage } from '../pages/administration.page.tsx';
import { Pages } from '../pages/pages.ts';
import { pageOfPeople } from '../people/page-of-people.ts';
import { AdministratorGuard } from '../session/administrator.guard.ts';
import { SignedInGuard } from '../session/signed-in.guard.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { type HintedPerson, hintedPerson } from './hinted-person.ts';

const PAGE = 20;

/** What whoever has a role at the institution may look at; nothing is changed here. */
@Controller('administration')
@UseGuards(SignedInGuard, AdministratorGuard)
export class AdministrationController {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
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
    const { people: found, ...rest } = await pageOfPeople(after, PAGE, (keys) =>
      this.people.page({ institutionId: id, hasOrcidHint: true, ...keys }),
    );
    const people = await this.hinted(id, found);
    await this.pages.send(visitor, (context) => (
      <AdministrationPage context={context} held={held} sources={sources} people={people} {...rest} />
    ));
  }

  private async hinted(institutionId: string, people: readonly PersonRow[]): Promise<HintedPerson[]> {
    const ids = people.map(({ id }) => id);
    const connections = await this.connections.latestOf(institutionId, ids);
    return people.map((person) => hintedPerson(person, connections.get(person.id)));
  }
}
