import { ConnectionRows, PersonRows } from '@ligature/persistence';
import { Controller, Get, Query } from '@nestjs/common';
import { Pages } from '../pages/pages.ts';
import { type ConnectedPerson, PeoplePage } from '../pages/people.page.tsx';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { pageOfPeople } from './page-of-people.ts';

const PAGE = 50;

/** The public list of connected iDs. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@CurrentVisitor() visitor: Visitor, @Query('after') after: unknown): Promise<void> {
    const { id: institutionId } = visitor.tenant;
    const { people: found, ...rest } = await pageOfPeople(after, PAGE, (keys) =>
      this.people.page({ institutionId, consent: 'active', ...keys }),
    );
    const people = await this.withIds(institutionId, found);
    await this.pages.send(visitor, (context) => <PeoplePage context={context} people={people} {...rest} />);
  }

  private async withIds(
    institutionId: string,
    page: readonly { readonly id: string; readonly displayName?: string | null | undefined }[],
  ): Promise<ConnectedPerson[]> {
    const ids = page.map(({ id }) => id);
    const connections = await this.connections.latestOf(institutionId, ids);
    return page.flatMap(({ id, displayName }) => {
      const connection = connections.get(id);
      // An iD that ORCID merged into another is nobody's any more.
      if (connection === undefined || connection.recordState === 'merged') return [];
      return [{ name: displayName ?? '', orcid: connection.orcid }];
    });
  }
}
