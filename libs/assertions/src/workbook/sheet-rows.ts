import type { CellFault, TableRow } from '../table.ts';
import { type CellContext, CellReader } from './cell-reader.ts';
import { cellAt, MOST_COLUMNS } from './cell-reference.ts';
import type { MergedCells } from './merged-cells.ts';
import { type Attributes, readXml } from './read-xml.ts';
import { damaged, tooLarge } from './unusable-workbook.ts';

/** What the cells of a sheet refer to, and which of them are merged. */
export interface SheetContext extends CellContext {
  readonly merged: MergedCells;
}

/** Reads a sheet as it comes. @throws FeedFileError when rows or cells stand where they cannot */
export async function* sheetRows(bytes: AsyncIterable<Uint8Array>, context: SheetContext): AsyncGenerator<TableRow> {
  const sheet = new SheetReader(new CellReader(context), context.merged.fromTheTop());
  for await (const reader of readXml(bytes, sheet)) yield* reader.take();
}

/** As many characters as a row may have in any form of file. */
const LONGEST = 1_000_000;

/** Hears the rows of one sheet. Rows and cells need not say where they are: then they follow the ones before. */
class SheetReader {
  private rows: TableRow[] = [];
  /** Parts of a sheet that are no data have rows too, such as the place of a button. */
  private isData = false;
  private line = 0;
  private column = -1;
  private cells: string[] = [];
  private faults = new Map<number, CellFault>();
  private length = 0;

  constructor(
    private readonly cell: CellReader,
    private readonly merged: MergedCells,
  ) {}

  /** The rows that were heard since. */
  take(): readonly TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.isData = true;
    if (!this.isData) return;
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else this.cell.open(name);
  }

  close(name: string): void {
    if (name === 'sheetData') this.isData = false;
    if (!this.isData) return;
    if (name === 'row') this.endRow();
    else if (name === 'c') this.endCell();
    else this.cell.close(name);
  }

  text(text: string): void {
    this.cell.text(text);
  }

  private beginRow({ r }: Attributes): void {
    const line = r === undefined ? this.line + 1 : Number(r);
    if (!Number.isSafeInteger(line) || line <= this.line) throw damaged(`its row ${r} stands below row ${this.line}`);
    [this.line, this.column, this.length] = [line, -1, 0];
    this.cells = [];
    this.faults = new Map();
  }

  private beginCell(attributes: Attributes): void {
    const { r } = attributes;
    const column = r === undefined ? this.column + 1 : (cellAt(r)?.column ?? MOST_COLUMNS);
    if (column <= this.column || column >= MOST_COLUMNS)
      throw damaged(`a cell of row ${this.line} stands where none can`);
    this.column = column;
    this.cell.begin(attributes);
  }

  private endCell(): void {
    const { text: given, fault } = this.cell.read();
    const text = given.trim();
    if (text === '' && fault === undefined) return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
    if (fault !== undefined) this.faults.set(this.column, fault);
    this.length += text.length;
    if (this.length > LONGEST) throw tooLarge(`has more than ${LONGEST} characters in row ${this.line}`);
  }

  private endRow(): void {
    if (this.cells.every((text) => text === '') && this.faults.size === 0) return;
    const faults = new Map([...this.merged.faultsIn(this.line), ...this.faults]);
    this.rows.push({ line: this.line, cells: this.cells, ...(faults.size > 0 && { faults }) });
  }
}
