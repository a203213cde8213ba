import { describeEnvironment } from '@ligature/runtime';
import { schedulerConfigs } from './scheduler.module.ts';

/** A process of its own that tells what this face reads from its environment, for docs/configuration.md. */
process.stdout.write(JSON.stringify(describeEnvironment(schedulerConfigs)));
