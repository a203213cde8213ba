import type { OrcidEnvironment } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Branding, type Contacts, type FeedRules, Institution } from '../../entities/institution.entity.ts';
import { selectRows } from './select-rows.ts';

/** An institution as its portal shows it; nothing secret is in it. */
export interface TenantRow {
  readonly id: string;
  readonly name: string;
  /** IANA name; days are days in this zone. */
  readonly timeZone: string;
  readonly orcidEnvironment: OrcidEnvironment;
  readonly branding: Branding;
  readonly contacts: Contacts;
  readonly feed: FeedRules;
  /** Origin of its portal; null where it is the deployment's own address (`PORTAL_URL`). */
  readonly publicUrl: string | null;
}

/** Origins; whether the address of whoever has none is among them. Two rows tell that nobody can be meant. */
const BY_ORIGIN = `
select id, name, time_zone as "timeZone", orcid_environment as "orcidEnvironment", branding, contacts, feed,
       public_url as "publicUrl"
  from institution
 where public_url in (select jsonb_array_elements_text(?::jsonb)) or (?::boolean and public_url is null)
 order by public_url nulls last
 limit 2`;

const DESCRIBED = ['id', 'name', 'rorId', 'timeZone', 'orcidEnvironment'] as const;

/** An institution as its administrators see it. */
export type InstitutionRow = Pick<Institution, (typeof DESCRIBED)[number]>;

/** The institutions of the deployment, each by the address of its portal. */
@Injectable()
export class TenantRows {
  constructor(private readonly em: EntityManager) {}

  /**
   * @param origins those that a request may have been sent to
   * @param defaultOrigin the deployment's own: of the one institution that has no address, if there is just one
   */
  async findByOrigin(origins: readonly string[], defaultOrigin: string): Promise<TenantRow | undefined> {
    if (origins.length === 0) return undefined;
    const isDefault = origins.includes(defaultOrigin);
    const [first, second] = await this.em.execute<TenantRow[]>(BY_ORIGIN, [JSON.stringify(origins), isDefault]);
    const isAmbiguous = second !== undefined && first?.publicUrl == null;
    return isAmbiguous ? undefined : first;
  }

  /** @throws when there is none: whoever holds an id has it from a row that refers to it */
  async get(id: string): Promise<InstitutionRow> {
    const [row] = await selectRows(this.em, Institution, { columns: DESCRIBED, where: { id } });
    if (row === undefined) throw new Error(`There is no institution ${id}.`);
    return row;
  }

  async ids(): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(`select id from institution order by slug`);
    return rows.map(({ id }) => id);
  }

  /** How many institutions have no address of their own: where there are several, none of them has a portal. */
  async countWithoutAddress(): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(*)::int as count from institution where public_url is null`,
    );
    return row?.count ?? 0;
  }
}
