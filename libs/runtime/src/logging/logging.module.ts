import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { destination } from 'pino';
import { incidentId } from '../incident-id.ts';
import { LoggingConfig } from './logging.config.ts';
import { pathOf } from './path-of.ts';

/** Standard output, or standard error for a process whose output is its answer. */
export type LogTarget = 1 | 2;

/**
 * Structured logs, one JSON line each. Deny by default: of a request only its id, method and path are
 * written. Queries (codes, states), headers (cookies, tokens) and bodies (SAML messages) never are.
 */
@Module({})
export class LoggingModule {
  static named(name: string, target: LogTarget = 1): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [LoggingConfig],
          useFactory: (config: LoggingConfig) => ({
            pinoHttp: [
              {
                name,
                level: config.level,
                genReqId: () => incidentId(),
                quietReqLogger: true,
                customAttributeKeys: { reqId: 'requestId' },
                customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
                  error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
                serializers: {
                  req: ({ id, raw }: { id: string; raw: IncomingMessage }) => ({
                    id,
                    method: raw.method,
                    path: pathOf(raw),
                  }),
                  res: ({ raw }: { raw: ServerResponse }) => ({ status: raw.statusCode }),
                },
              },
              destination(target),
            ],
          }),
        }),
      ],
    };
  }
}
