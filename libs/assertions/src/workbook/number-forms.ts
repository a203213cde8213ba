import { type Attributes, hearXml } from './read-xml.ts';

/** What the number of a cell stands for, as its number format shows it. */
export type NumberForm =
  | { readonly kind: 'number' }
  /** Shown with leading zeros, to this many digits. */
  | { readonly kind: 'padded'; readonly digits: number }
  | { readonly kind: 'date'; readonly shows: 'day' | 'month' | 'year' };

const NUMBER: NumberForm = { kind: 'number' };
const DAY: NumberForm = { kind: 'date', shows: 'day' };

/** Formats that no workbook spells out (ISO/IEC 29500-1, 18.8.30): 17 is a month and a year, those below 27 hold everywhere. */
const MONTHS = [17];
const DAYS = [14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** What is not counted of a format: literal texts, escaped characters, fillers, and colours, conditions and locales; `[h]` is. */
const NO_PATTERN = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Tells what a format code, such as `dd.mm.yyyy`, shows. */
export function formOfCode(code: string): NumberForm {
  const [first = ''] = code.replace(NO_PATTERN, '').toLowerCase().split(';');
  if (/^0{2,}$/.test(first)) return { kind: 'padded', digits: first.length };
  if (first.includes('general') || /[0#?]/.test(first.replace(/s\.?0+/g, ''))) return NUMBER;
  if (first.includes('d')) return DAY;
  const isTime = /[hs]|\[m/.test(first);
  if (first.includes('m') && !isTime) return { kind: 'date', shows: 'month' };
  if (/[ye]/.test(first)) return isTime ? DAY : { kind: 'date', shows: 'year' };
  return NUMBER;
}

function formOfId(id: number): NumberForm {
  if (MONTHS.includes(id)) return { kind: 'date', shows: 'month' };
  return DAYS.includes(id) ? DAY : NUMBER;
}

/** The form of each cell style, by its number. */
export async function readNumberForms(bytes: AsyncIterable<Uint8Array>): Promise<NumberForm[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    if (name === 'cellXfs') isOfCells = true;
    if (name === 'xf' && isOfCells) ids.push(Number(attributes.numFmtId ?? 0));
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') isOfCells = false;
  };
  await hearXml(bytes, { open, close });
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? formOfId(id) : formOfCode(code);
  });
}
