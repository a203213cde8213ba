import { OrcidSite } from '@ligature/connections';
import { People } from '@ligature/people';
import { csrfToken } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from '../assets/assets.ts';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { languageOf, rememberLanguage } from '../language/language.ts';
import { mayAdminister } from '../session/may-administer.ts';
import '../session/session-data.ts';
import { TEXTS } from '../texts/languages.ts';
import type { PageContext } from './page-context.ts';

/** Sends pages: in the visitor's language, as the institution's own, never kept by caches. */
@Injectable()
export class Pages {
  constructor(
    private readonly institution: CurrentInstitution,
    private readonly people: People,
    private readonly site: OrcidSite,
  ) {}

  async send(request: Request, page: (context: PageContext) => JSX.Element, status = 200): Promise<void> {
    const html = `<!DOCTYPE html>${renderToString(page(await this.context(request)))}`;
    rememberLanguage(request);
    response(request).status(status).type('html').set('Cache-Control', 'no-store').send(html);
  }

  async context(request: Request): Promise<PageContext> {
    const institution = await this.institution.get();
    const language = languageOf(request);
    const base = { texts: TEXTS[language], language, institution, site: this.site, asset: assetUrl };
    return { ...base, path: pathOf(request), ...(await this.signedIn(request, institution.id)) };
  }

  private async signedIn(
    request: Request,
    institutionId: string,
  ): Promise<Pick<PageContext, 'signedInAs' | 'administers' | 'csrf'>> {
    const session = request.session as Request['session'] | undefined;
    if (session?.personId === undefined) return {};
    const person = await this.people.find(institutionId, session.personId);
    if (person === null) return {};
    return { signedInAs: person.displayName ?? '', administers: mayAdminister(session), csrf: csrfToken(request) };
  }
}

/** Only a page that was asked for can be asked for again in another language. */
function pathOf(request: Request): string {
  return request.method === 'GET' && request.path !== '/orcid/callback' ? request.originalUrl : '/';
}

function response({ res }: Request): Response {
  if (res === undefined) throw new Error('Express gives every request its response.');
  return res;
}
