import type { Request } from 'express';
import { isLanguage, type Language, LANGUAGES } from '../texts/languages.ts';

const COOKIE = 'ligature-language';

/** The language of a page: asked for in the address, else chosen before, else the browser's, else English. */
export function languageOf(request: Request): Language {
  const { lang } = request.query;
  if (isLanguage(lang)) return lang;
  const [, chosen] = /(?:^|;\s*)ligature-language=(\w+)/.exec(request.headers.cookie ?? '') ?? [];
  if (isLanguage(chosen)) return chosen;
  return (request.acceptsLanguages(LANGUAGES) || 'en') as Language;
}

/** Remembers a language that was asked for in the address. */
export function rememberLanguage(request: Request): void {
  const { lang } = request.query;
  if (isLanguage(lang))
    request.res?.cookie(COOKIE, lang, { sameSite: 'lax', path: '/', maxAge: ONE_YEAR_MS, httpOnly: true });
}

const ONE_YEAR_MS = 365 * 24 * 60 * 60_000;
