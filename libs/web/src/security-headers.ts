import type { HelmetOptions } from 'helmet';
import type { WebAppOptions } from './web-app.ts';

const TWO_YEARS_S = 63_072_000;

/**
 * Headers of every answer: nothing inline, nothing from elsewhere, no framing, no address sent on (codes and states of a
 * callback are in it). Chrome holds `form-action` also against the redirects that follow a form.
 */
export function securityHeaders({ formTargets = [] }: WebAppOptions, isSecure: boolean): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'", ...formTargets],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: TWO_YEARS_S, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  };
}
