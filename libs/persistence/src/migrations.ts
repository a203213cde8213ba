import { Initial } from './migrations/0001-initial.ts';

/** Every migration, oldest first. A name is never changed: the database remembers it. */
export const migrations = [{ name: '0001-initial', class: Initial }];
