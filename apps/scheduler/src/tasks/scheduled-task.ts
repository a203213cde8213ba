import type { Institution, TaskAsker } from '@ligature/persistence';

/** Who asked for a task: the clock, which saves calls to ORCID where it can, or a person who wants to know now. */
export type AskedBy = TaskAsker;

/** Work that is done for an institution at a time of its day. */
export interface ScheduledTask {
  /** Name in commands and in the queue. */
  readonly id: string;
  readonly description: string;
  /** When, in the institution's time zone (minute hour day month weekday). */
  readonly cron: string;
  /** @returns what was found or asked for, in one line for people */
  run(institution: Institution, askedBy: AskedBy): Promise<string>;
}
