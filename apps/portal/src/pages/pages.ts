import { OrcidSite } from '@ligature/connections';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from '../assets/assets.ts';
import { rememberLanguage } from '../language/language.ts';
import { TEXTS } from '../texts/languages.ts';
import type { Visitor } from '../visitor/visitor.ts';
import type { PageContext } from './page-context.ts';

/** Sends pages: in the visitor's language, as the institution's own, never kept by caches. */
@Injectable()
export class Pages {
  constructor(private readonly site: OrcidSite) {}

  async send(visitor: Visitor, page: (context: PageContext) => JSX.Element, status = 200): Promise<void> {
    const html = `<!DOCTYPE html>${renderToString(page(await this.context(visitor)))}`;
    rememberLanguage(visitor.request, visitor.tenant.address);
    visitor.response.status(status).type('html').set('Cache-Control', 'no-store').send(html);
  }

  private async context(visitor: Visitor): Promise<PageContext> {
    const { language, tenant: institution, request } = visitor;
    const base = { texts: TEXTS[language], language, institution, site: this.site, asset: assetUrl };
    return { ...base, query: queryOf(request), ...(await signedIn(visitor)) };
  }
}

async function signedIn(visitor: Visitor): Promise<Pick<PageContext, 'signedInAs' | 'administers' | 'csrf'>> {
  const person = await visitor.person();
  if (person === undefined) return {};
  return { signedInAs: person.displayName ?? '', administers: visitor.may('read'), csrf: visitor.csrf };
}

/** Only a page that was asked for can be asked for again in another language. */
function queryOf({ method, path, originalUrl }: Request): URLSearchParams | undefined {
  if (method !== 'GET' || path === '/orcid/callback') return undefined;
  return new URLSearchParams(originalUrl.replace(/^[^?]*\??/, ''));
}
