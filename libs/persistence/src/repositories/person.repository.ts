import type { IdentifierKind } from '@ligature/identity-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { PersonIdentity } from '../entities/person-identity.entity.ts';
import { PersonStaffId } from '../entities/person-staff-id.entity.ts';
import { type Consent, Person } from '../entities/person.entity.ts';
import { GIVE_WAY_OF_PERSON, GO_ON } from './continued-jobs.sql.ts';
import { KEEP_PERSONS, KNOWN_OTHERWISE, MOVE_TO_PERSON } from './person.sql.ts';

/** Which people a page of the list holds: those after `afterId`, oldest first. */
export interface PersonPage {
  readonly institutionId: string;
  readonly consent?: Consent | undefined;
  /** Only those of whom the identity provider says an ORCID iD. */
  readonly hasOrcidHint?: boolean | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

/** What a feed states of a person. A member that is absent is not stated; null states that there is none. */
export interface StatedPerson {
  readonly staffId: string;
  readonly displayName?: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly mail?: string | null;
  readonly department?: readonly string[];
  readonly categories?: readonly string[];
}

/** How somebody is known whom a feed names otherwise. */
export interface KnownPerson {
  readonly staffId: string;
  readonly name: string;
  readonly mail: string;
  /** Then name and mail are those of the identity provider. */
  readonly hasSignedIn: boolean;
}

/** A staff id and the number space it counts in. */
export interface StaffIdKey {
  readonly space: string;
  readonly staffId: string;
}

/** How many people of a provider have signed in by which kinds of identifier. */
export interface IdentityCount {
  readonly provider: string;
  /** Kinds by which the provider itself named them; none where that is only assumed. */
  readonly kinds: readonly IdentifierKind[];
  readonly people: number;
}

/** Institution. */
const COUNT_IDENTITIES = `
select provider, kinds, count(*)::int as people
  from (select provider, person_id, coalesce(jsonb_agg(distinct kind order by kind) filter (where not is_assumed), '[]') as kinds
          from person_identity where institution_id = ? group by provider, person_id) as known
 group by provider, kinds order by provider, kinds`;

@Injectable()
export class PersonRepository {
  constructor(private readonly em: EntityManager) {}

  find(institutionId: string, id: string): Promise<Person | null> {
    return this.em.findOne(Person, { id, institutionId });
  }

  findIdentity(
    institutionId: string,
    provider: string,
    kind: IdentifierKind,
    identifier: string,
  ): Promise<PersonIdentity | null> {
    return this.em.findOne(PersonIdentity, { institutionId, provider, kind, identifier });
  }

  /** Identities of the provider with this text, whatever kind they were assumed to be. */
  findAssumedIdentity(institutionId: string, provider: string, identifier: string): Promise<PersonIdentity | null> {
    return this.em.findOne(PersonIdentity, { institutionId, provider, identifier, isAssumed: true });
  }

  async findByStaffId(institutionId: string, { space, staffId }: StaffIdKey): Promise<Person | null> {
    const known = await this.em.findOne(PersonStaffId, { institutionId, space, staffId });
    return known && this.em.findOneOrFail(Person, { id: known.personId });
  }

  /** Whoever has this number in whichever space. */
  findByAnyStaffId(institutionId: string, staffId: string): Promise<PersonStaffId[]> {
    return this.em.find(PersonStaffId, { institutionId, staffId });
  }

  /** Everybody who ever signed in, counted by provider and kinds of identifier, in one query. */
  countIdentities(institutionId: string): Promise<IdentityCount[]> {
    return this.em.execute<IdentityCount[]>(COUNT_IDENTITIES, [institutionId]);
  }

  identitiesOf(personId: string): Promise<PersonIdentity[]> {
    return this.em.find(PersonIdentity, { personId });
  }

  staffIdsOf(personId: string): Promise<PersonStaffId[]> {
    return this.em.find(PersonStaffId, { personId }, { orderBy: { space: 'asc', staffId: 'asc' } });
  }

  /** How many staff ids count in a number space. */
  countInSpace(institutionId: string, space: string): Promise<number> {
    return this.em.count(PersonStaffId, { institutionId, space });
  }

  addStaffId(staffId: PersonStaffId): void {
    this.em.persist(staffId);
  }

  count(institutionId: string, consent?: Consent): Promise<number> {
    return this.em.count(Person, { institutionId, ...(consent === undefined ? {} : { consent }) });
  }

  countSignedIn(institutionId: string): Promise<number> {
    return this.em.count(Person, { institutionId, signedInAt: { $ne: null } });
  }

  add(person: Person): void {
    this.em.persist(person);
  }

  addIdentity(identity: PersonIdentity): void {
    this.em.persist(identity);
  }

  /** Those whom a feed states by another name and another mail address than they are known by, in one statement. */
  knownOtherwise(institutionId: string, space: string, stated: readonly StatedPerson[]): Promise<KnownPerson[]> {
    return this.em.execute<KnownPerson[]>(KNOWN_OTHERWISE, [JSON.stringify(stated), institutionId, space]);
  }

  /**
   * Makes persons of those a feed states, or finds them by their staff id in its number space, in one statement. What a
   * person's own sign-in said of their name and mail is not overwritten.
   */
  async keepStated(institutionId: string, space: string, stated: readonly StatedPerson[], at: Date): Promise<void> {
    await this.em.execute(KEEP_PERSONS, [institutionId, space, at, JSON.stringify(stated.map(toRow))]);
  }

  /** Whether the person ever connected an iD: tokens and items belong to that very person. */
  async hasEverConnected(personId: string): Promise<boolean> {
    const rows = await this.em.execute<object[]>(
      `select from connection where person_id = ? union all select from retired_token where person_id = ? limit 1`,
      [personId, personId],
    );
    return rows.length > 0;
  }

  /**
   * Makes one person of two: all that is known of the first, who never connected an iD, is the second's from now on. A job
   * that is listed by the one number and no longer by the other is one job, and keeps what was written of it.
   */
  async join(source: Person, target: Person): Promise<void> {
    for (const move of MOVE_TO_PERSON) await this.em.execute(move, [target.id, source.id]);
    await this.em.execute(`delete from person where id = ?`, [source.id]);
    const rows = await this.em.execute<object[]>(GIVE_WAY_OF_PERSON, [target.id]);
    if (rows.length > 0) await this.em.execute(GO_ON, [JSON.stringify(rows)]);
  }

  /** Who was merged into whom: the old id goes on naming somebody. */
  async remember(source: Person, targetId: string, by: string, at: Date): Promise<void> {
    await this.em.execute(
      `insert into merged_person (id, institution_id, person_id, merged_by, merged_at) values (?, ?, ?, ?, ?)`,
      [source.id, source.institutionId, targetId, by, at],
    );
  }
}

function toRow(stated: StatedPerson): object {
  return {
    id: newId(),
    staff_id: stated.staffId,
    facts: {
      ...defined('display_name', stated.displayName),
      ...defined('given_name', stated.givenName),
      ...defined('family_name', stated.familyName),
      ...defined('mail', stated.mail),
      ...defined('department', stated.department),
      ...defined('categories', stated.categories),
    },
  };
}

function defined(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}
