import { z } from 'zod';
import type { ValuesOf } from '../config/config-class.ts';

/** How much a process tells. */
export class LoggingConfig {
  static readonly title = 'Logging';
  static readonly variables = {
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info')
      .describe('Least severe log line that is written: fatal, error, warn, info, debug, trace or silent.'),
  };

  readonly level: string;

  constructor(values: ValuesOf<typeof LoggingConfig.variables>) {
    this.level = values.LOG_LEVEL;
  }
}
