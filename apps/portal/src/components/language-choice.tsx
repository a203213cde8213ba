import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';

/** Links to the same page in the other languages. */
export function LanguageChoice({ context }: { readonly context: PageContext }): JSX.Element {
  const { texts, language, query } = context;
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
              <a href={inLanguage(query, tag)} lang={tag} hreflang={tag}>
                {TEXTS[tag].languageName}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Relative to the page, so that no path, such as one that begins with two slashes, can lead to another host. */
function inLanguage(query: URLSearchParams | undefined, tag: string): string {
  const changed = new URLSearchParams(query);
  changed.set('lang', tag);
  return `${query === undefined ? '/' : ''}?${changed.toString()}`;
}
