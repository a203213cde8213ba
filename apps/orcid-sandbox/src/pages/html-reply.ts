import { type FastifyReply } from 'fastify';
import { type VNode } from 'preact';
import { renderPage } from './page.tsx';

/** Framing is refused, as at ORCID; `formTarget` is where the answer to a form may lead (CSP checks redirects too). */
export function sendPage(reply: FastifyReply, page: VNode, status = 200, formTarget = ''): FastifyReply {
  return reply
    .code(status)
    .headers({
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; form-action 'self' ${formTarget}; frame-ancestors 'none'; base-uri 'none'`,
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    })
    .type('text/html;charset=UTF-8')
    .send(renderPage(page));
}
