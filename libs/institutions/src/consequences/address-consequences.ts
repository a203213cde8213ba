import { type Institution, PersonRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Consequence } from './consequence.ts';

/** Counts the people whom another address of the portal would concern. */
@Injectable()
export class AddressConsequences {
  constructor(private readonly people: PersonRepository) {}

  async of({ id, publicUrl: before }: Institution, to: string | undefined): Promise<Consequence[]> {
    const [from, after] = [before ?? null, to ?? null];
    if (from === after) return [];
    const people = await this.people.countSignedIn(id);
    return people === 0 ? [] : [{ kind: 'public-url-changed', from, to: after, people }];
  }
}
