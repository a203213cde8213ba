import { cookieFor, type PublicAddress } from '@ligature/web';
import type { Request } from 'express';
import { isLanguage, type Language, LANGUAGES } from '../texts/languages.ts';

type Address = Pick<PublicAddress, 'isSecure'>;

/** The language of a page: asked for in the address, else chosen before, else the browser's, else English. */
export function languageOf(request: Request, address: Address): Language {
  const { lang } = request.query;
  if (isLanguage(lang)) return lang;
  const start = `${cookieFor('language', address).name}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((text) => text.startsWith(start));
  const chosen = pair?.slice(start.length);
  if (isLanguage(chosen)) return chosen;
  return (request.acceptsLanguages(LANGUAGES) || 'en') as Language;
}

/** Remembers a language that was asked for in the address. */
export function rememberLanguage(request: Request, address: Address): void {
  const { lang } = request.query;
  const { name, ...options } = cookieFor('language', address);
  if (isLanguage(lang)) request.res?.cookie(name, lang, { ...options, maxAge: ONE_YEAR_MS });
}

const ONE_YEAR_MS = 365 * 24 * 60 * 60_000;
