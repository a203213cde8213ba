import { type CellValue, valueOf } from './cell-value.ts';
import type { NumberForm } from './number-forms.ts';
import { PlainString } from './plain-string.ts';
import type { Attributes } from './read-xml.ts';
import type { Epoch } from './serial-day.ts';
import type { SharedStrings } from './shared-strings.ts';
import { damaged } from './unusable-workbook.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly forms: readonly NumberForm[];
  readonly epoch: Epoch;
}

const NUMBER: NumberForm = { kind: 'number' };

/** Hears one cell after another. */
export class CellReader {
  private type = 'n';
  private style = 0;
  private isFormula = false;
  private isValue = false;
  private value = '';
  private readonly inline = new PlainString();

  constructor(private readonly context: CellContext) {}

  begin({ t = 'n', s = '0' }: Attributes): void {
    [this.type, this.style, this.isFormula, this.value] = [t, Number(s), false, ''];
    this.inline.begin();
  }

  open(name: string): void {
    if (name === 'f') this.isFormula = true;
    else if (name === 'v') this.isValue = true;
    else this.inline.open(name);
  }

  close(name: string): void {
    if (name === 'v') this.isValue = false;
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
    else this.inline.text(text);
  }

  /** What the cell says, once it has ended. @throws FeedFileError when it refers to a text that is not there */
  read(): CellValue {
    const { type, style, value, isFormula, context } = this;
    if (type === 'inlineStr') return { text: this.inline.value };
    if (type === 's') return { text: this.sharedText(value) };
    return valueOf({ type, value, isFormula, form: context.forms[style] ?? NUMBER }, context.epoch);
  }

  private sharedText(value: string): string {
    const text = value === '' ? '' : this.context.strings.at(Number(value));
    if (text === undefined) throw damaged('a cell refers to a text that it does not have');
    return text;
  }
}
