import { type FastifyInstance } from 'fastify';
import { type ServiceProviders } from '../service-providers/service-providers.ts';

/**
 * No inline script or style anywhere. Forms may lead to the service providers too, because a browser applies form-action
 * to every redirect that follows a form. Only the origin is sent to where a form leads, as any identity provider does.
 */
export function addSecurityHeaders(app: FastifyInstance, serviceProviders: ServiceProviders): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const formTargets = ["'self'", ...serviceProviders.origins].join(' ');
    void reply.headers({
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        'img-src data:',
        `form-action ${formTargets}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
    });
    done(null, payload);
  });
}
