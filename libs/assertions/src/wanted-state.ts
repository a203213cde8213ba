import { AssertionRepository, type Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { wantedItem, type WantedItem } from './wanted-item.ts';

/** What the institution wants to stand on people's records today. */
@Injectable()
export class WantedState {
  constructor(
    private readonly assertions: AssertionRepository,
    private readonly clock: Clock,
  ) {}

  /** The wanted items of each person, in one query; a person without any has an empty list. */
  async of(institution: Institution, personIds: readonly string[]): Promise<Map<string, WantedItem[]>> {
    const today = this.clock.today(institution.timeZone);
    const wanted = new Map<string, WantedItem[]>(personIds.map((personId) => [personId, []]));
    for (const assertion of await this.assertions.ofPeople(personIds)) {
      const item = wantedItem(assertion, institution.feed, today);
      if (item !== undefined) wanted.get(assertion.personId)?.push(item);
    }
    return wanted;
  }

  async ofPerson(institution: Institution, personId: string): Promise<WantedItem[]> {
    return (await this.of(institution, [personId])).get(personId) ?? [];
  }
}
