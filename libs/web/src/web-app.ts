import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { securityHeaders } from './security-headers.ts';
import { WebConfig } from './web.config.ts';

export interface WebAppOptions {
  /** Origins a form of ours may end up at through redirects: ORCID, the identity providers. */
  readonly formTargets?: readonly string[];
  /** Whether browsers must come back over https only. */
  readonly isSecure: boolean;
}

const LARGEST_FORM = '512kb';

/** What every face does alike: headers, limits, proxies, logs, a clean stop. */
export function configureWebApp(app: NestExpressApplication, options: WebAppOptions): void {
  app.useLogger(app.get(Logger));
  app.set('trust proxy', [...app.get(WebConfig).trustedProxies]);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(helmet(securityHeaders(options)));
  app.useBodyParser('urlencoded', { extended: false, limit: LARGEST_FORM, parameterLimit: 100 });
}
