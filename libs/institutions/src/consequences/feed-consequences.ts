import {
  AssertionRepository,
  feedKeyOf,
  type FeedRules,
  type Institution,
  itemsKeyOf,
  PersonRepository,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Consequence } from './consequence.ts';

/** Counts the people whom another name of a feed, or of its number space, would concern. */
@Injectable()
export class FeedConsequences {
  constructor(
    private readonly assertions: AssertionRepository,
    private readonly people: PersonRepository,
  ) {}

  async of(known: Institution, feed: FeedRules): Promise<Consequence[]> {
    const after = { id: known.id, feed };
    return [
      ...(await this.ofName(known.id, feedKeyOf(known).feed, feedKeyOf(after).feed)),
      ...(await this.ofName(known.id, itemsKeyOf(known).feed, itemsKeyOf(after).feed)),
      ...(await this.ofAbsence(known, feed.absentMeans)),
      ...(await this.ofSpace(known.id, feedKeyOf(known).space, feedKeyOf(after).space)),
      ...(hasOwnSpace(known) || hasOwnSpace(after)
        ? await this.ofSpace(known.id, itemsKeyOf(known).space, itemsKeyOf(after).space)
        : []),
    ];
  }

  private async ofName(institutionId: string, from: string, to: string): Promise<Consequence[]> {
    const people = from === to ? 0 : await this.assertions.countPeople(institutionId, from);
    return people === 0 ? [] : [{ kind: 'feed-renamed', from, to, people }];
  }

  /** Asked as soon as the feed has stated something: from then on an export may leave something out. */
  private async ofAbsence(known: Institution, to: FeedRules['absentMeans']): Promise<Consequence[]> {
    const { feed } = feedKeyOf(known);
    if (known.feed.absentMeans === to || (await this.assertions.countPeople(known.id, feed)) === 0) return [];
    return [{ kind: 'absence-changed', to, people: await this.assertions.countPeopleAbsent(known.id, feed) }];
  }

  private async ofSpace(institutionId: string, from: string, to: string): Promise<Consequence[]> {
    const people = from === to ? 0 : await this.people.countInSpace(institutionId, from);
    return people === 0 ? [] : [{ kind: 'staff-id-space-changed', from, to, people }];
  }
}

/** Otherwise items files count in the space of the HR export, of which it is said already. */
function hasOwnSpace({ feed }: Pick<Institution, 'feed'>): boolean {
  return feed.items?.staffIdSpace !== undefined;
}
