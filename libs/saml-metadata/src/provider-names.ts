import { at, type Element, textOf } from './element.ts';

const LONGEST_NAME = 200;

/** What a provider is called, by language: as user interfaces should show it, else as its organisation is called. */
export function displayNamesOf(entity: Element, role: Element): Readonly<Record<string, string>> {
  const shown = at(role, ['metadata', 'Extensions'], ['ui', 'UIInfo'], ['ui', 'DisplayName']);
  const organization = at([role, entity], ['metadata', 'Organization'], ['metadata', 'OrganizationDisplayName']);
  return byLanguage(shown.length > 0 ? shown : organization);
}

/** Further words that people look for; a plus joins the words of one (MDUI 2.1.3). */
export function keywordsOf(role: Element): string[] {
  const keywords = at(role, ['metadata', 'Extensions'], ['ui', 'UIInfo'], ['ui', 'Keywords']);
  return keywords.flatMap((list) => textOf(list)?.replaceAll('+', ' ').slice(0, LONGEST_NAME) ?? []);
}

/** The first name in a language counts; of `pt-BR` it is the language. */
function byLanguage(names: readonly Element[]): Record<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const [language = ''] = (name.attributes.get('xml:lang') ?? 'en').toLowerCase().split('-');
    const text = textOf(name)?.slice(0, LONGEST_NAME);
    if (text !== undefined && !found.has(language)) found.set(language, text);
  }
  return Object.fromEntries(found);
}
