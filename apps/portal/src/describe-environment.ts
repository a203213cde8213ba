import { describeEnvironment } from '@ligature/runtime';
import { portalConfigs } from './portal.module.ts';

/** A process of its own that says what this app reads from its environment, for docs/configuration.md. */
process.stdout.write(JSON.stringify(describeEnvironment(portalConfigs)));
