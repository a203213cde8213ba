import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';

/** Links to the same page in the other languages. */
export function LanguageChoice({ context }: { readonly context: PageContext }): JSX.Element {
  const { texts, language, path } = context;
  return (
    <nav aria-label={texts.language} class="languages">
      <ul>
        {LANGUAGES.map((tag) => (
          <li key={tag}>
            {tag === language ? (
              <span aria-current="true" lang={tag}>
                {TEXTS[tag].languageName}
              </span>
            ) : (
              <a href={inLanguage(path, tag)} lang={tag} hreflang={tag}>
                {TEXTS[tag].languageName}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function inLanguage(path: string, tag: string): string {
  const url = new URL(path, 'http://here');
  url.searchParams.set('lang', tag);
  return `${url.pathname}${url.search}`;
}
