import { ConnectionRepository, MetadataSourceRepository, ResearcherRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Controller, Get, Query, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { AdministrationPage } from '../pages/administration.page.tsx';
import { Pages } from '../pages/pages.ts';
import { AdministratorGuard } from '../session/administrator.guard.ts';
import { SignedInGuard } from '../session/signed-in.guard.ts';
import { type HintedPerson, hintedPerson } from './hinted-person.ts';

const PAGE = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What whoever has a role at the institution may look at; nothing is changed here. */
@Controller('administration')
@UseGuards(SignedInGuard, AdministratorGuard)
export class AdministrationController {
  constructor(
    private readonly researchers: ResearcherRepository,
    private readonly connections: ConnectionRepository,
    private readonly sources: MetadataSourceRepository,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Query('after') after: unknown): Promise<void> {
    const { id } = await this.institution.get();
    const sources = await this.sources.watch(id, this.clock.now());
    const afterId = typeof after === 'string' && UUID.test(after) ? after : undefined;
    const found = await this.researchers.page({ institutionId: id, hasOrcidHint: true, afterId, limit: PAGE + 1 });
    const people = await this.people(found.slice(0, PAGE));
    const next = found.length > PAGE ? people.at(-1)?.id : undefined;
    await this.pages.send(request, (context) => (
      <AdministrationPage context={context} sources={sources} people={people} {...(next !== undefined && { next })} />
    ));
  }

  private async people(researchers: Parameters<typeof hintedPerson>[0][]): Promise<HintedPerson[]> {
    const connections = await this.connections.latestOf(researchers.map(({ id }) => id));
    return researchers.map((researcher) => hintedPerson(researcher, connections));
  }
}
