import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { securityHeaders } from './security-headers.ts';
import { WebConfig } from './web.config.ts';

export interface WebAppOptions {
  /** Origins beside our own that a form of ours may end up at through redirects: ORCID. */
  readonly formTargets?: readonly string[];
  /** Runs before any body is read: who is asking, and for whom. */
  readonly beforeBody?: RequestHandler;
}

const LARGEST_FORM = '512kb';

/** What every app does alike: headers, limits, proxies, logs, a clean stop. */
export function configureWebApp(app: NestExpressApplication, options: WebAppOptions = {}): void {
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.set('trust proxy', [...app.get(WebConfig).trustedProxies]);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(headersFor(options));
  if (options.beforeBody !== undefined) app.use(options.beforeBody);
  app.useBodyParser('urlencoded', { extended: false, limit: LARGEST_FORM, parameterLimit: 100 });
}

/** Strict-Transport-Security is for answers over https only (RFC 6797 7.2). */
function headersFor(options: WebAppOptions): RequestHandler {
  const [secure, plain] = [true, false].map((isSecure) => helmet(securityHeaders(options, isSecure)));
  return (request, response, next) => {
    (request.secure ? secure : plain)?.(request, response, next);
  };
}
