import { type Institution, InstitutionRepository, PersonRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Consequence } from './consequence.ts';

/** Finds what a portal of a new institution, or another address of a known one, would mean for those there are. */
@Injectable()
export class AddressConsequences {
  constructor(
    private readonly people: PersonRepository,
    private readonly institutions: InstitutionRepository,
  ) {}

  async of({ id, publicUrl: before }: Institution, to: string | undefined): Promise<Consequence[]> {
    const [from, after] = [before ?? null, to ?? null];
    if (from === after) return [];
    const people = await this.people.countSignedIn(id);
    return people === 0 ? [] : [{ kind: 'public-url-changed', from, to: after, people }];
  }

  async ofNew(slug: string): Promise<Consequence[]> {
    const others = (await this.institutions.all()).map((other) => other.slug);
    return others.length === 0 ? [] : [{ kind: 'second-institution', slug, others }];
  }
}
