import { SPREADSHEET_ERROR } from '../field-kinds.ts';
import type { CellFault } from '../table.ts';
import type { NumberForm } from './number-forms.ts';
import { dayOfSerial, type Epoch } from './serial-day.ts';

/** A cell as its sheet writes it. */
export interface RawCell {
  /** What its value is (ISO/IEC 29500-1, 18.18.11). */
  readonly type: string;
  readonly form: NumberForm;
  /** Empty where it has none. */
  readonly value: string;
  readonly isFormula: boolean;
}

/** What a cell says, as a text; and why that cannot be taken. */
export interface CellValue {
  readonly text: string;
  readonly fault?: CellFault;
}

/** Reads any cell but one that refers to a shared text. */
export function valueOf({ type, form, value, isFormula }: RawCell, epoch: Epoch): CellValue {
  if (type === 'e') return { text: value, fault: SPREADSHEET_ERROR };
  if (type === 'd') return { text: value, fault: DATE_AS_ID };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type !== 'n') return { text: value };
  if (value === '') return isFormula ? { text: '', fault: NEVER_WORKED_OUT } : { text: '' };
  return numberOf(value, form, epoch);
}

function numberOf(value: string, form: NumberForm, epoch: Epoch): CellValue {
  switch (form.kind) {
    case 'padded':
      return { text: /^\d+$/.test(value) ? value.padStart(form.digits, '0') : value };
    case 'date': {
      const day = dayOfSerial(value, epoch);
      return day === undefined ? { text: value } : { text: shownOf(day, form.shows), fault: DATE_AS_ID };
    }
    case 'number':
      return epoch === '1904' ? { text: value, fault: DAY_OF_1904 } : { text: value };
  }
}

const LENGTHS = { day: 10, month: 7, year: 4 } as const;

/** No more of a date than its cell shows: nobody said the first of the month where a cell shows a month. */
function shownOf([day, time]: readonly [string, string], shows: keyof typeof LENGTHS): string {
  return shows === 'day' && time !== '00:00:00' ? `${day} ${time}` : day.slice(0, LENGTHS[shows]);
}

const NEVER_WORKED_OUT: CellFault = {
  cause: 'formula without a value',
  remedy: 'is a formula that was never worked out: open the workbook in a spreadsheet and save it, or write the value',
};

const DATE_AS_ID: CellFault = {
  of: 'key',
  cause: 'id that a spreadsheet damaged',
  remedy: 'was turned into a date by a spreadsheet: format the column as text and write the id again',
};

const DAY_OF_1904: CellFault = {
  of: 'date',
  cause: 'date as a number',
  remedy: 'is a number, and this workbook counts days from 1904: format the column as a date',
};
