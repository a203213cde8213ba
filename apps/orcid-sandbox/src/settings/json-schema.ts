import { z } from 'zod';
import { settingsSchema } from './settings.ts';

/** The JSON Schema of a settings file, as `settings.schema.json` publishes it. */
export function settingsJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(settingsSchema, { io: 'input' }), null, 2)}\n`;
}
