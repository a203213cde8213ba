import { ALL_SECTIONS, type FuzzyDate } from '@ligature/orcid-model';
import { z } from 'zod';
import { fuzzyDate } from './dates.ts';
import { LONGEST_ID, plainKey, shown, unwritableIn } from './plain-text.ts';

/** An id is a text: a number would lose its leading zeros. */
const id = z
  .string('must be a text in quotes')
  .max(LONGEST_ID, `must have at most ${LONGEST_ID} characters`)
  .trim()
  .min(1, 'must not be empty');

const date = z.string('must be a text such as "2024-03"').transform((text, context): FuzzyDate => {
  const found = fuzzyDate(text);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'must be a date such as 2024, 2024-03 or 2024-03-15' });
  return z.NEVER;
});

/** Staff ids are those of the HR export, and cleaned as those are. */
const key = { staffId: id.transform(plainKey).pipe(id), rowId: id };

/** A line that says what stands on a record: what its content may be is its section's to say. */
const Statement = z.strictObject({
  ...key,
  section: z.enum(ALL_SECTIONS, `must be one of: ${ALL_SECTIONS.join(', ')}`),
  content: z.unknown(),
  starts: date.optional(),
  ends: date.optional(),
});

/** A line that takes an item back. */
const Withdrawal = z.strictObject({ ...key, withdraw: z.literal(true, 'can only be true') });

export type Statement = z.output<typeof Statement>;

/** What is said of one item, before its content is looked at; or what is to be corrected. */
export type LineOutcome =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'withdrawal'; readonly staffId: string; readonly rowId: string }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'refused'; readonly json: object; readonly reasons: readonly string[] };

/** Reads a line of an items file as far as it is alike for all sections. */
export function readLine(text: string): LineOutcome {
  const read = parse(text.normalize('NFC'));
  if (read === undefined) return { kind: 'not-json' };
  const { json, unwritable } = read;
  if (unwritable !== undefined)
    return { kind: 'refused', json, reasons: [`A text holds ${unwritable}, which no record can hold: delete it.`] };
  if ('withdraw' in json) {
    const { data, error } = Withdrawal.safeParse(json);
    return data === undefined ? refusal(json, error) : { kind: 'withdrawal', staffId: data.staffId, rowId: data.rowId };
  }
  const { data, error } = Statement.safeParse(json);
  return data === undefined ? refusal(json, error) : { kind: 'statement', statement: data };
}

const KNOWN = Object.keys(Statement.shape).join(', ');

function refusal(json: object, error: z.ZodError): LineOutcome {
  const reasons = error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not known in a line: leave it out. A line has ${KNOWN}; one that takes an item back has staffId, rowId, withdraw.`
      : `${issue.path.join('.')}${valueAt(json, issue.path[0])} ${issue.message}.`,
  );
  return { kind: 'refused', json, reasons };
}

/** The value that is at fault, as it stands in the line; nothing where there is none. */
function valueAt(json: object, name: PropertyKey | undefined): string {
  const value: unknown = Object.entries(json).find(([key]) => key === name)?.[1];
  if (value === undefined) return '';
  return ` ${shown(JSON.stringify(value))}`;
}

/** Reads a JSON object, and names the first character in it that neither a record nor the database can keep. */
function parse(text: string): { readonly json: object; readonly unwritable: string | undefined } | undefined {
  let unwritable: string | undefined;
  try {
    const json: unknown = JSON.parse(text, (name, value: unknown) => {
      for (const one of [name, value]) if (typeof one === 'string') unwritable ??= unwritableIn(one);
      return value;
    });
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { json, unwritable } : undefined;
  } catch {
    return undefined;
  }
}
