import type { Type } from '@nestjs/common';
import { EndDatesTask } from './tasks/end-dates.task.ts';
import { HousekeepingTask } from './tasks/housekeeping.task.ts';
import { ImportPeopleTask } from './tasks/import-people.task.ts';
import { RefreshMetadataTask } from './tasks/refresh-metadata.task.ts';
import type { ScheduledTask } from './tasks/scheduled-task.ts';
import { TokenHealthTask } from './tasks/token-health.task.ts';

/** Every task that is done by the clock, in the order of the night. */
export const SCHEDULE: readonly Type<ScheduledTask>[] = [
  HousekeepingTask,
  RefreshMetadataTask,
  ImportPeopleTask,
  EndDatesTask,
  TokenHealthTask,
];
