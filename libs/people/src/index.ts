export { CaseDecisions, type DecisionOutcome } from './case-decisions.ts';
export type { KnownPerson, StatedStaffId } from './known-person.ts';
export { People } from './people.ts';
export { PeopleModule } from './people.module.ts';
export { type CaseToOpen, PersonCases } from './person-cases.ts';
