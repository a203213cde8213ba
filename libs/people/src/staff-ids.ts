import {
  type CaseEvidence,
  type CaseKind,
  type Person,
  type PersonIdentity,
  PersonRepository,
  PersonStaffId,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import type { KnownPerson, StatedStaffId } from './known-person.ts';
import { PersonCases } from './person-cases.ts';

type Declared = StatedStaffId & { readonly space: string };

/** What the staff id of a sign-in says, and what it may not decide. */
@Injectable()
export class StaffIds {
  constructor(
    private readonly people: PersonRepository,
    private readonly cases: PersonCases,
  ) {}

  /**
   * The person whom a feed knows by the staff id of a first sign-in. Only a provider that is declared to speak for the
   * number space finds anybody, and nobody whom another provider vouches for, or this one by another identifier of the
   * same kind: a number may have been given to somebody else.
   */
  async findPerson(institutionId: string, known: KnownPerson): Promise<Person | null> {
    if (!isDeclared(known.staffId)) return null;
    const found = await this.people.findByStaffId(institutionId, known.staffId);
    if (found === null) return null;
    const identities = await this.people.identitiesOf(found.id);
    return identities.every((identity) => mayBeSame(identity, known)) ? found : null;
  }

  /** Keeps the number of who has signed in, or opens a case where it contradicts what is known. */
  async compare(person: Person, known: KnownPerson): Promise<void> {
    const { staffId } = known;
    if (staffId === undefined) return;
    if (isDeclared(staffId)) await this.compareDeclared(person, known, staffId);
    else await this.noteUndeclared(person, known, staffId);
  }

  private async compareDeclared(person: Person, known: KnownPerson, { space, staffId }: Declared): Promise<void> {
    const { institutionId, id: personId } = person;
    const holder = await this.people.findByStaffId(institutionId, { space, staffId });
    if (holder?.id === personId) return;
    if (holder !== null) {
      await this.open('staff-id-held-by-another', person, known, { space, staffId, holderId: holder.id });
      return;
    }
    const [own] = (await this.people.staffIdsOf(personId)).filter((one) => one.space === space);
    if (own === undefined) this.people.addStaffId(new PersonStaffId({ institutionId, space, staffId, personId }));
    else await this.open('staff-id-changed', person, known, { space, staffId, own: own.staffId });
  }

  /** The number may be somebody's, or of another space altogether: a person must look. */
  private async noteUndeclared(person: Person, known: KnownPerson, { staffId }: StatedStaffId): Promise<void> {
    for (const { space, personId } of await this.people.findByAnyStaffId(person.institutionId, staffId))
      if (personId !== person.id)
        await this.open('staff-id-undeclared', person, known, { space, staffId, holderId: personId });
  }

  private async open(
    kind: CaseKind,
    { institutionId, id: personId }: Person,
    { provider, kind: identifierKind, identifier }: KnownPerson,
    { space, staffId, own, holderId }: Declared & { readonly own?: string; readonly holderId?: string },
  ): Promise<void> {
    const evidence: CaseEvidence = {
      space,
      stated: staffId,
      statedBy: provider,
      statedFor: `${identifierKind} ${identifier}`,
      ...(own !== undefined && { known: own }),
      ...(holderId !== undefined && { holderSignsInBy: await this.providersOf(holderId) }),
    };
    await this.cases.open({ institutionId, kind, personId, otherPersonId: holderId ?? null, evidence });
  }

  /** Entity ids; empty for somebody who has never signed in and whom only a feed knows. */
  private async providersOf(personId: string): Promise<string> {
    const identities = await this.people.identitiesOf(personId);
    return [...new Set(identities.map(({ provider }) => provider))].join(' ');
  }
}

/** Whether an identity may be of who signs in by another: the provider has changed the kind, or it was never sure. */
function mayBeSame({ provider, kind, isAssumed }: PersonIdentity, known: KnownPerson): boolean {
  return provider === known.provider && (kind !== known.kind || isAssumed);
}

function isDeclared(staffId: StatedStaffId | undefined): staffId is Declared {
  return staffId?.space !== undefined;
}
