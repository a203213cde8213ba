import { ConnectionRepository, MetadataSourceRepository, type Person, PersonRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Controller, Get, Query, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { AdministrationPage } from '../pages/administration.page.tsx';
import { Pages } from '../pages/pages.ts';
import { pageOfPeople } from '../people/page-of-people.ts';
import { AdministratorGuard } from '../session/administrator.guard.ts';
import { SignedInGuard } from '../session/signed-in.guard.ts';
import { type HintedPerson, hintedPerson } from './hinted-person.ts';

const PAGE = 20;

/** What whoever has a role at the institution may look at; nothing is changed here. */
@Controller('administration')
@UseGuards(SignedInGuard, AdministratorGuard)
export class AdministrationController {
  constructor(
    private readonly people: PersonRepository,
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
    const { people: found, ...rest } = await pageOfPeople(after, PAGE, (keys) =>
      this.people.page({ institutionId: id, hasOrcidHint: true, ...keys }),
    );
    const people = await this.hinted(found);
    await this.pages.send(request, (context) => (
      <AdministrationPage context={context} sources={sources} people={people} {...rest} />
    ));
  }

  private async hinted(people: readonly Person[]): Promise<HintedPerson[]> {
    const connections = await this.connections.allOf(people.map(({ id }) => id));
    return people.map((person) => hintedPerson(person, connections));
  }
}
