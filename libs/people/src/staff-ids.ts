import { type Person, PersonRepository, PersonStaffId } from '@ligature/persistence';
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
   * number space finds anybody, and nobody whom another provider vouches for: two providers never meet without a person.
   */
  async findPerson(institutionId: string, { provider, staffId }: KnownPerson): Promise<Person | null> {
    if (!isDeclared(staffId)) return null;
    const found = await this.people.findByStaffId(institutionId, staffId);
    if (found === null) return null;
    const identities = await this.people.identitiesOf(found.id);
    return identities.every((identity) => identity.provider === provider) ? found : null;
  }

  /** Keeps the number of who has signed in, or opens a case where it contradicts what is known. */
  async compare(person: Person, staffId: StatedStaffId | undefined): Promise<void> {
    if (staffId === undefined) return;
    if (isDeclared(staffId)) await this.compareDeclared(person, staffId);
    else await this.noteUndeclared(person, staffId);
  }

  private async compareDeclared(person: Person, { space, staffId }: Declared): Promise<void> {
    const { institutionId, id: personId } = person;
    const holder = await this.people.findByStaffId(institutionId, { space, staffId });
    if (holder?.id === personId) return;
    if (holder !== null) {
      const evidence = { space, stated: staffId };
      await this.cases.open({
        institutionId,
        kind: 'staff-id-held-by-another',
        personId,
        otherPersonId: holder.id,
        evidence,
      });
      return;
    }
    const [known] = (await this.people.staffIdsOf(personId)).filter((one) => one.space === space);
    if (known === undefined) this.people.addStaffId(new PersonStaffId({ institutionId, space, staffId, personId }));
    else {
      const evidence = { space, known: known.staffId, stated: staffId };
      await this.cases.open({ institutionId, kind: 'staff-id-changed', personId, otherPersonId: null, evidence });
    }
  }

  /** The number may be somebody's, or of another space altogether: a person must look. */
  private async noteUndeclared({ institutionId, id: personId }: Person, { staffId }: StatedStaffId): Promise<void> {
    for (const other of await this.people.findByAnyStaffId(institutionId, staffId)) {
      if (other.personId === personId) continue;
      const evidence = { space: other.space, stated: staffId };
      await this.cases.open({
        institutionId,
        kind: 'staff-id-undeclared',
        personId,
        otherPersonId: other.personId,
        evidence,
      });
    }
  }
}

function isDeclared(staffId: StatedStaffId | undefined): staffId is Declared {
  return staffId?.space !== undefined;
}
