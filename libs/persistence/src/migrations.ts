import { Initial } from './migrations/0001-initial.ts';
import { SharedPace } from './migrations/0002-shared-pace.ts';

/** Every migration, oldest first. A name is never changed: the database remembers it. */
export const migrations = [
  { name: '0001-initial', class: Initial },
  { name: '0002-shared-pace', class: SharedPace },
];
