import { isCountry, isRorId } from '@ligature/orcid-model';
import { z } from 'zod';
import type { FieldFacts, FieldKind } from './feed-fields.ts';
import { plainKey, unwritableIn } from './plain-text.ts';

/** What is wrong with a text, in a few words to count by, and what to do. */
export interface FieldFault {
  readonly cause: string;
  readonly remedy: string;
}

interface KindRules {
  /** The rule in words, for docs/people-file.md. */
  readonly rule: string;
  clean(text: string): string;
  fault(text: string): FieldFault | undefined;
}

/** What a spreadsheet leaves of an id it took for a number: 1.23E+05, 42.0. */
const NUMBER = /^\d+(?:[.,]\d+)?E\+\d+$|^\d+[.,]0+$/i;

/** What it shows where a formula fails, or a column is too narrow. */
const ERROR =
  /^#+$|^#(?:N\/A|NV|NAME\?|GETTING_DATA|(?:REF|VALUE|NUM|DIV\/0|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|BEZUG|WERT|ZAHL)!)$/i;

export const SPREADSHEET_ERROR: FieldFault = {
  cause: 'error of a spreadsheet',
  remedy: 'is what a spreadsheet shows where it has no value to show: correct the cell',
};

/** Codes that people take for a country's. */
const MEANT: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const mail = z.email();
const link = z.url({ protocol: /^https?$/ });

const trim = (text: string): string => text.trim();
const nothing = (): undefined => undefined;

const KINDS: Readonly<Record<FieldKind, KindRules>> = {
  key: {
    rule: 'Leading zeros count; invisible characters do not. What a spreadsheet damaged (`1E+05`, `42.0`, a leading apostrophe) is refused.',
    clean: plainKey,
    fault: keyFault,
  },
  text: { rule: 'Any text.', clean: (text) => (text.trim() === '' ? '' : text), fault: nothing },
  mail: {
    rule: 'One mail address.',
    clean: plainKey,
    fault: (text) =>
      mail.safeParse(text).success
        ? undefined
        : {
            cause: 'mail address that is none',
            remedy: 'must be a mail address, such as lena.brandt@example.edu',
          },
  },
  country: {
    rule: 'Two letters of ISO 3166-1, as ORCID takes them: `GB`, not `UK`; `XK` for Kosovo.',
    clean: plainKey,
    fault: countryFault,
  },
  ror: {
    rule: 'The whole address, with a right check digit.',
    clean: plainKey,
    fault: (text) =>
      isRorId(text)
        ? undefined
        : {
            cause: 'ROR id that is none',
            remedy: 'must be the whole address, such as https://ror.org/05dxps055: check its digits',
          },
  },
  date: { rule: 'A date as `feed.dates` says: see below.', clean: plainKey, fault: nothing },
  link: {
    rule: 'An http or https address.',
    clean: trim,
    fault: (text) =>
      link.safeParse(text).success
        ? undefined
        : { cause: 'link that is none', remedy: 'must be an http or https address' },
  },
};

export function ruleOf({ kind, longest }: FieldFacts): string {
  const limit = kind === 'country' || kind === 'date' ? '' : ` At most ${longest.toLocaleString('en')} characters.`;
  return `${KINDS[kind].rule}${limit}`;
}

/** The text of a cell as it is meant; empty when there is none. */
export function cleanText(text: string, { kind }: FieldFacts): string {
  return KINDS[kind].clean(withoutTextTrick(text.normalize('NFC')));
}

export function fieldFault(text: string, { kind, longest }: FieldFacts): FieldFault | undefined {
  const character = unwritableIn(text);
  if (character !== undefined)
    return {
      cause: 'character that no record can hold',
      remedy: `holds ${character}, which no record can hold: delete it`,
    };
  if (ERROR.test(text)) return SPREADSHEET_ERROR;
  return KINDS[kind].fault(text) ?? (text.length > longest ? tooLong(longest) : undefined);
}

/** `="000042"` keeps a spreadsheet from making a number of an id. */
function withoutTextTrick(text: string): string {
  const [, inside] = /^\s*="((?:[^"]|"")*)"\s*$/.exec(text) ?? [];
  return inside?.replaceAll('""', '"') ?? text;
}

function keyFault(text: string): FieldFault | undefined {
  const cause = 'id that a spreadsheet damaged';
  if (NUMBER.test(text))
    return { cause, remedy: 'was turned into a number by a spreadsheet: format the column as text' };
  // Taken off, it would make another person of somebody who was imported with it: who keeps the file knows whether it belongs.
  if (text.startsWith("'"))
    return {
      cause,
      remedy: 'begins with the apostrophe that marks a text in a spreadsheet: delete it, and export the column as text',
    };
  return /[\t\r\n]/.test(text)
    ? { cause: 'id with a line break', remedy: 'has more than one line: correct the cell' }
    : undefined;
}

function countryFault(text: string): FieldFault | undefined {
  const code = text.toUpperCase();
  if (isCountry(code)) return undefined;
  const example = MEANT[code] ?? 'DE';
  return {
    cause: 'unknown country',
    remedy: `must be a two-letter code of ISO 3166-1 such as ${example}`,
  };
}

function tooLong(longest: number): FieldFault {
  return { cause: 'text that is too long', remedy: `is longer than ${longest} characters: shorten it` };
}
