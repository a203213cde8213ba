import { ConnectionRepository, PersonRepository } from '@ligature/persistence';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { Pages } from '../pages/pages.ts';
import { type ConnectedPerson, PeoplePage } from '../pages/people.page.tsx';
import { pageOfPeople } from './page-of-people.ts';

const PAGE = 50;

/** The public list of connected iDs. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PersonRepository,
    private readonly connections: ConnectionRepository,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Req() request: Request, @Query('after') after: unknown): Promise<void> {
    const { id: institutionId } = await this.institution.get();
    const { people: found, ...rest } = await pageOfPeople(after, PAGE, (keys) =>
      this.people.page({ institutionId, consent: 'active', ...keys }),
    );
    const people = await this.withIds(found);
    await this.pages.send(request, (context) => <PeoplePage context={context} people={people} {...rest} />);
  }

  private async withIds(
    page: readonly { readonly id: string; readonly displayName?: string | null | undefined }[],
  ): Promise<ConnectedPerson[]> {
    const connections = await this.connections.allOf(page.map(({ id }) => id));
    const idOf = new Map(connections.map(({ personId, orcid }) => [personId, orcid]));
    return page.flatMap(({ id, displayName }) => {
      const orcid = idOf.get(id);
      return orcid === undefined ? [] : [{ name: displayName ?? '', orcid }];
    });
  }
}
