import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Person } from '../../entities/person.entity.ts';
import { PersonStaffId } from '../../entities/person-staff-id.entity.ts';
import type { PersonPage } from '../person.repository.ts';
import { selectRows } from './select-rows.ts';

const VISITOR = ['id', 'institutionId', 'displayName', 'givenName', 'familyName', 'mail'] as const;
const LISTED = ['id', 'displayName', 'mail', 'department', 'categories', 'orcidHint', 'consent', 'signedInAt'] as const;

/** Institution, name. Who is connected with an iD comes before who was. */
const NAMED = `
with given as (select ?::uuid as institution_id, ?::text as who),
named as (
  select person.id, 0 as rank from person join given on given.institution_id = person.institution_id where person.id::text = lower(who)
  union all
  select merged.person_id, 0 from merged_person merged join given using (institution_id) where merged.id::text = lower(who)
  union all
  select known.person_id, 0 from person_staff_id known join given using (institution_id) where known.staff_id = who
  union all
  select connection.person_id, case when ended_at is null then 0 else 1 end
    from connection join given using (institution_id) where connection.orcid = who)
select distinct id from named where rank = (select min(rank) from named) order by id`;

/** Somebody who is signed in. */
export type VisitorRow = Pick<Person, (typeof VISITOR)[number]>;
/** Somebody on a list of people. */
export type PersonRow = Pick<Person, (typeof LISTED)[number]>;

/** People as they are shown. */
@Injectable()
export class PersonRows {
  constructor(private readonly em: EntityManager) {}

  async findVisitor(institutionId: string, id: string): Promise<VisitorRow | undefined> {
    const [row] = await selectRows(this.em, Person, { columns: VISITOR, where: { id, institutionId } });
    return row;
  }

  async find(institutionId: string, id: string): Promise<PersonRow | undefined> {
    const [row] = await selectRows(this.em, Person, { columns: LISTED, where: { id, institutionId } });
    return row;
  }

  /** People by their ids, in one query. */
  async byId(institutionId: string, ids: readonly string[]): Promise<Map<string, PersonRow>> {
    const where = { institutionId, id: { $in: [...ids] } };
    const rows = await selectRows(this.em, Person, { columns: LISTED, where });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Whoever is named so: by their id here, by a staff id, or by the ORCID iD that they are or were connected with. */
  async idsNamed(institutionId: string, name: string): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(NAMED, [institutionId, name]);
    return rows.map(({ id }) => id);
  }

  /** The staff ids of each person by their id, in one query for a whole page. */
  async staffIdsOf(institutionId: string, personIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await selectRows(this.em, PersonStaffId, {
      columns: ['personId', 'staffId'],
      where: { institutionId, personId: { $in: [...personIds] } },
      orderBy: { space: 'asc', staffId: 'asc' },
    });
    const byPerson = Map.groupBy(rows, ({ personId }) => personId);
    return new Map([...byPerson].map(([id, known]) => [id, known.map(({ staffId }) => staffId)]));
  }

  /** Keyset paging: ids grow with time (UUID version 7), so pages stay right while people join. */
  page({ institutionId, consent, hasOrcidHint = false, afterId, limit }: PersonPage): Promise<PersonRow[]> {
    const where = {
      institutionId,
      ...(consent === undefined ? {} : { consent }),
      ...(hasOrcidHint ? { orcidHint: { $ne: null } } : {}),
      ...(afterId === undefined ? {} : { id: { $gt: afterId } }),
    };
    return selectRows(this.em, Person, { columns: LISTED, where, orderBy: { id: 'asc' }, limit });
  }
}
