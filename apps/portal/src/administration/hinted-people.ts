import { ConnectionRows, type PersonRow, PersonRows } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { pageOfPeople } from '../people/page-of-people.ts';
import { type HintedPerson, hintedPerson } from './hinted-person.ts';

const PAGE = 20;

/** One page of them. */
export interface HintedPage {
  readonly people: readonly HintedPerson[];
  /** Behind whom the next page begins, when there is one: for the address. */
  readonly next?: string;
}

/** People of whom the institution stated an iD, each beside the one they connected. */
@Injectable()
export class HintedPeople {
  constructor(
    private readonly people: PersonRows,
    private readonly connections: ConnectionRows,
  ) {}

  /** @param after where the page before ended, as the address says */
  async page(institutionId: string, after: unknown): Promise<HintedPage> {
    const page = await pageOfPeople(after, PAGE, (keys) =>
      this.people.page({ institutionId, hasOrcidHint: true, ...keys }),
    );
    return { ...page, people: await this.hinted(institutionId, page.people) };
  }

  private async hinted(institutionId: string, people: readonly PersonRow[]): Promise<HintedPerson[]> {
    const ids = people.map(({ id }) => id);
    const connections = await this.connections.latestOf(institutionId, ids);
    return people.map((person) => hintedPerson(person, connections.get(person.id)));
  }
}
