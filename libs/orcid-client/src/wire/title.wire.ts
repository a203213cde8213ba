import type { TranslatedTitle } from '@ligature/orcid-model';
import { at, maybe, object } from './object.wire.ts';
import { text, wrapped } from './text.wire.ts';

const TITLE = { max: 1000 } as const;

/** ORCID's language codes have two letters, but for two (LanguageCode.java). */
export const LANGUAGE = { form: /^[a-z]{2}(_(CN|TW))?$/, called: 'a language code such as `de` or `zh_CN`' } as const;

const translatedTitle = object<TranslatedTitle>({
  text: at('value', text(TITLE)),
  language: at('language-code', text(LANGUAGE)),
});

/** Where ORCID keeps the three parts of a title, inside `title` or another member of that form. */
export const titlesIn = (member: string) =>
  ({
    title: at(`${member}.title`, wrapped(TITLE)),
    subtitle: maybe(`${member}.subtitle`, wrapped(TITLE)),
    translatedTitle: maybe(`${member}.translated-title`, translatedTitle),
  }) as const;

export const optionalTitlesIn = (member: string) =>
  ({ ...titlesIn(member), title: maybe(`${member}.title`, wrapped(TITLE)) }) as const;
