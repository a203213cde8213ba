import { OrcidError } from '../api/orcid-error.ts';
import { type Title } from '../model/title.ts';
import { LANGUAGES } from '../model/vocabulary.ts';

/** S: ActivityValidator.validateWork and validateFunding, the part about titles. */
export function checkTitle(title: Title | undefined): void {
  if ((title?.title?.value ?? '').trim() === '') throw new OrcidError(9022);
  const translated = title?.['translated-title'];
  if (translated === undefined) return;
  const language = translated['language-code'] ?? '';
  if ((translated.value ?? '') === '') {
    throw new OrcidError(9020, { detail: 'Please specify a translated title or remove the language code' });
  }
  if (!LANGUAGES.includes(language)) throw invalid('translated title -> language code', LANGUAGES);
}

export function invalid(type: string, values: readonly string[]): OrcidError {
  return new OrcidError(9037, { params: { type, values: values.join(', ') } });
}
