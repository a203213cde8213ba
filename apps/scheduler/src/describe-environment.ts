import { describeEnvironment } from '@ligature/runtime';
import { schedulerConfigs } from './scheduler.module.ts';

/** Prints what this app reads from its environment, for docs/configuration.md. */
process.stdout.write(JSON.stringify(describeEnvironment(schedulerConfigs)));
