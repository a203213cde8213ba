import {
  AuditTrail,
  Researcher,
  ResearcherIdentity,
  ResearcherRepository,
  type ResearcherFacts,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** A person as an identity provider vouched for them. */
export interface KnownPerson extends ResearcherFacts {
  /** Entity id of the provider. */
  readonly provider: string;
  /** What the provider calls the person for good; never a mail address. */
  readonly identifier: string;
}

/** The people of an institution, and how each is known again at the next sign-in. */
@Injectable()
export class Researchers {
  constructor(
    private readonly em: EntityManager,
    private readonly researchers: ResearcherRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds the researcher who signed in, or makes one. Known again by what the same provider calls them, else by the
   * staff id, so that a change of provider does not make a second person.
   */
  async signIn(institutionId: string, person: KnownPerson): Promise<Researcher> {
    const attempt = (): Promise<Researcher> => this.em.transactional(() => this.findOrAdd(institutionId, person));
    try {
      return await attempt();
    } catch (error) {
      // Two first sign-ins at once: the other one made the person, who is found now.
      if (error instanceof UniqueConstraintViolationException) return attempt();
      throw error;
    }
  }

  find(institutionId: string, id: string): Promise<Researcher | null> {
    return this.researchers.find(institutionId, id);
  }

  private async findOrAdd(institutionId: string, { provider, identifier, ...facts }: KnownPerson): Promise<Researcher> {
    const known = await this.researchers.findByIdentity(institutionId, provider, identifier);
    const researcher = known ?? (await this.findByStaffId(institutionId, facts)) ?? this.add(institutionId, facts);
    if (known === null) {
      this.researchers.addIdentity(
        new ResearcherIdentity({ institutionId, researcherId: researcher.id, provider, identifier }),
      );
    }
    researcher.signIn(facts, this.clock.now());
    this.recordSignIn(researcher);
    return researcher;
  }

  private async findByStaffId(institutionId: string, { staffId }: ResearcherFacts): Promise<Researcher | null> {
    return staffId === undefined ? null : this.researchers.findByStaffId(institutionId, staffId);
  }

  private add(institutionId: string, facts: ResearcherFacts): Researcher {
    const researcher = new Researcher({ institutionId, ...facts, at: this.clock.now() });
    this.researchers.add(researcher);
    return researcher;
  }

  private recordSignIn(researcher: Researcher): void {
    this.audit.append({
      institutionId: researcher.institutionId,
      actor: 'researcher',
      actorId: researcher.id,
      action: 'researcher.signed-in',
      subjectId: researcher.id,
      detail: {},
    });
  }
}
