import { AuditTrail, Person, PersonIdentity, PersonRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from './known-person.ts';
import { StaffIds } from './staff-ids.ts';

/** The people of an institution, and how each is known again at the next sign-in. */
@Injectable()
export class People {
  constructor(
    private readonly em: EntityManager,
    private readonly people: PersonRepository,
    private readonly staffIds: StaffIds,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds the person who signed in, or makes one. Known again by what the same provider calls them, else, at the first
   * sign-in, by the staff id of a provider that is declared to speak for it. What contradicts is a case for a person.
   */
  async signIn(institutionId: string, person: KnownPerson): Promise<Person> {
    const attempt = (): Promise<Person> => this.em.transactional(() => this.findOrAdd(institutionId, person));
    try {
      return await attempt();
    } catch (error) {
      // Two first sign-ins at once: the other one made the person, who is found now.
      if (error instanceof UniqueConstraintViolationException) return attempt();
      throw error;
    }
  }

  find(institutionId: string, id: string): Promise<Person | null> {
    return this.people.find(institutionId, id);
  }

  private async findOrAdd(institutionId: string, known: KnownPerson): Promise<Person> {
    const person =
      (await this.findByIdentity(institutionId, known)) ??
      this.identify((await this.staffIds.findPerson(institutionId, known)) ?? this.add(institutionId), known);
    person.signIn(known, this.clock.now());
    await this.em.flush();
    await this.staffIds.compare(person, known.staffId);
    this.recordSignIn(person);
    return person;
  }

  private async findByIdentity(
    institutionId: string,
    { provider, kind, identifier }: KnownPerson,
  ): Promise<Person | null> {
    const identity =
      (await this.people.findIdentity(institutionId, provider, kind, identifier)) ??
      (await this.people.findAssumedIdentity(institutionId, provider, identifier));
    if (identity?.isAssumed === true) identity.confirm(kind);
    return identity && this.people.find(institutionId, identity.personId);
  }

  private identify(person: Person, { provider, kind, identifier }: KnownPerson): Person {
    const { institutionId, id: personId } = person;
    this.people.addIdentity(new PersonIdentity({ institutionId, personId, provider, kind, identifier }));
    return person;
  }

  private add(institutionId: string): Person {
    const person = new Person({ institutionId, at: this.clock.now() });
    this.people.add(person);
    return person;
  }

  private recordSignIn({ institutionId, id }: Person): void {
    this.audit.append({
      institutionId,
      actor: 'person',
      actorId: id,
      action: 'person.signed-in',
      subjectId: id,
      detail: {},
    });
  }
}
