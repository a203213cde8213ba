import type { OrcidGrant } from '@ligature/orcid-client';
import { type OrcidId, parseOrcidId } from '@ligature/orcid-model';
import { PersonCases } from '@ligature/people';
import { type CaseEvidence, type Connection, type Person, PersonRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { Refusal } from './connect-outcome.ts';
import { ConsentLedger } from './consent-ledger.ts';

/** What contradicts about whose an iD is: a case for a person. Part of the surrounding transaction. */
@Injectable()
export class IdCases {
  constructor(
    private readonly cases: PersonCases,
    private readonly people: PersonRepository,
    private readonly ledger: ConsentLedger,
  ) {}

  /** Somebody could not have an iD. */
  async refused(person: Person, { orcid, name }: OrcidGrant, refusal: Refusal): Promise<void> {
    const { institutionId, id: personId } = person;
    this.ledger.refused(person, 'person', { reason: refusal.kind });
    const stated = { stated: orcid, statedBy: 'ORCID', statedFor: name ?? 'a record without a public name' };
    if (refusal.kind === 'has-another-id') {
      const evidence = { ...stated, known: refusal.current.orcid };
      return this.cases.open({ institutionId, kind: 'second-id', personId, otherPersonId: null, evidence });
    }
    const { holder } = refusal;
    const evidence: CaseEvidence = { ...stated, holderSignsInBy: await this.providersOf(holder.personId) };
    const otherPersonId = holder.personId;
    return this.cases.open({ institutionId, kind: 'id-held-by-another', personId, otherPersonId, evidence });
  }

  /** The institution has another iD on file. */
  async compareHint({ institutionId, id: personId, orcidHint }: Person, { orcid }: Connection): Promise<void> {
    const hint = readHint(orcidHint ?? '');
    if (hint === undefined || hint === orcid) return;
    const evidence = { stated: hint, statedBy: 'the identity provider', statedFor: 'this person', known: orcid };
    await this.cases.open({ institutionId, kind: 'id-hint-differs', personId, otherPersonId: null, evidence });
  }

  private async providersOf(personId: string): Promise<string> {
    const identities = await this.people.identitiesOf(personId);
    return [...new Set(identities.map(({ provider }) => provider))].join(' ');
  }
}

/** @returns undefined when the institution has none on file, or something that is none */
function readHint(hint: string): OrcidId | undefined {
  try {
    return parseOrcidId(hint.replace(/^https?:\/\/[^/]+\//, ''));
  } catch {
    return undefined;
  }
}
