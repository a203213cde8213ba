export { type KnownPerson, People } from './people.ts';
export { PeopleModule } from './people.module.ts';
