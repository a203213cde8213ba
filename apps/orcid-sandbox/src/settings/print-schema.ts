import { settingsJsonSchema } from './json-schema.ts';

process.stdout.write(settingsJsonSchema());
