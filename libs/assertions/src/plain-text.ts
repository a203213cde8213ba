/** Marks and blanks that nobody sees: zero-width characters, byte order marks, soft hyphens. */
const INVISIBLE = /\p{Cf}/gu;

/** Whatever XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); PostgreSQL cannot hold U+0000 either. */
const UNWRITABLE = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\p{Cs}\uFFFE\uFFFF]/u;

const SHOWN = 40;

/** As long as an id may be. */
export const LONGEST_ID = 100;

/** A key as it is meant: two keys that look alike are the same. */
export function plainKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}

/** The first character that neither a record nor the database can keep, as `U+0001`. */
export function unwritableIn(text: string): string | undefined {
  const [found] = UNWRITABLE.exec(text) ?? [];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** As much of a text as a sentence shows, without what would not be seen or kept. */
export function shown(text: string, most = SHOWN): string {
  const visible = text.toWellFormed().replace(/\p{C}|[\u2028\u2029]/gu, '\uFFFD');
  return visible.length > most ? `${visible.slice(0, most).toWellFormed()}…` : visible;
}

/** An id as a report shows it: whole where it can be one. */
export function shownId(text: string | undefined): string | null {
  return text === undefined ? null : shown(text, LONGEST_ID);
}
