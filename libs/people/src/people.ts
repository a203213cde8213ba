import { AuditTrail, Person, PersonIdentity, PersonRepository, type PersonFacts } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** A person as an identity provider vouched for them. */
export interface KnownPerson extends PersonFacts {
  /** Entity id of the provider. */
  readonly provider: string;
  /** What the provider calls the person for good; never a mail address. */
  readonly identifier: string;
}

/** The people of an institution, and how each is known again at the next sign-in. */
@Injectable()
export class People {
  constructor(
    private readonly em: EntityManager,
    private readonly people: PersonRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds the researcher who signed in, or makes one. Known again by what the same provider calls them, else by the
   * staff id, so that a change of provider does not make a second person.
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

  private async findOrAdd(institutionId: string, { provider, identifier, ...facts }: KnownPerson): Promise<Person> {
    const known = await this.people.findByIdentity(institutionId, provider, identifier);
    const person = known ?? (await this.findByStaffId(institutionId, facts)) ?? this.add(institutionId, facts);
    if (known === null) {
      this.people.addIdentity(new PersonIdentity({ institutionId, personId: person.id, provider, identifier }));
    }
    person.signIn(facts, this.clock.now());
    this.recordSignIn(person);
    return person;
  }

  private async findByStaffId(institutionId: string, { staffId }: PersonFacts): Promise<Person | null> {
    return staffId === undefined ? null : this.people.findByStaffId(institutionId, staffId);
  }

  private add(institutionId: string, facts: PersonFacts): Person {
    const person = new Person({ institutionId, ...facts, at: this.clock.now() });
    this.people.add(person);
    return person;
  }

  private recordSignIn(person: Person): void {
    this.audit.append({
      institutionId: person.institutionId,
      actor: 'researcher',
      actorId: person.id,
      action: 'researcher.signed-in',
      subjectId: person.id,
      detail: {},
    });
  }
}
