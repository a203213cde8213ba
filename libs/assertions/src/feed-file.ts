import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { FeedRules } from '@ligature/persistence';
import { csvLines } from './csv-lines.ts';
import { FeedFileError } from './feed-file.error.ts';
import { formOf } from './file-form.ts';
import { FileText } from './file-text.ts';
import { jsonFormOf } from './json/json-form.ts';
import { jsonTable } from './json/json-table.ts';
import type { Table, TableRow } from './table.ts';
import { compoundFileError } from './workbook/compound-file.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** What a file may not say of itself: the encoding of a text, and which sheet of a workbook is meant. */
export type FeedFileOptions = Pick<FeedRules, 'encoding' | 'sheet'>;

/** An HR export on disk in any form, recognised by its content. It is read as a stream, however large it is. */
export class FeedFile {
  constructor(
    private readonly file: string,
    private readonly options: FeedFileOptions = {},
  ) {}

  /** The same file, read so where neither it nor whoever named it says otherwise. */
  in({ encoding, sheet }: FeedFileOptions): FeedFile {
    const { options } = this;
    return new FeedFile(this.file, { encoding: options.encoding ?? encoding, sheet: options.sheet ?? sheet });
  }

  get name(): string {
    return path.basename(this.file);
  }

  /** In full where it has the name of another file, for which it must not be taken. */
  nameBeside(other: string | undefined): string {
    const isOther = other !== undefined && path.resolve(other) !== path.resolve(this.file);
    return isOther && path.basename(other) === this.name ? path.resolve(this.file) : this.name;
  }

  /** SHA-256, hex: of a text whatever its encoding, of a workbook and the sheet that is meant. */
  async hash(): Promise<string> {
    if ((await formOf(this.file)) === 'text') return this.text.hash();
    const hash = createHash('sha256').update(this.options.sheet ?? '');
    for await (const bytes of createReadStream(this.file) as AsyncIterable<Buffer>) hash.update(bytes);
    return hash.digest('hex');
  }

  /** @throws FeedFileError when it cannot be read as a table; its rows do where they cannot */
  async open(): Promise<Table> {
    const table = await this.table();
    return { ...table, rows: () => rowsIn(table) };
  }

  private async table(): Promise<Table> {
    switch (await formOf(this.file)) {
      case 'archive':
        return openWorkbook(this.file, this.options.sheet);
      case 'compound':
        throw await compoundFileError(this.file);
      case 'text':
        return this.textTable();
    }
  }

  private async textTable(): Promise<Table> {
    const { text } = this;
    const form = jsonFormOf(await text.beginning());
    if (form !== undefined) return jsonTable(() => text.chunks(), form);
    return { place: 'line', namesCells: false, rows: () => csvLines(text.chunks()) };
  }

  private get text(): FileText {
    return new FileText(this.file, this.options.encoding);
  }
}

/** The rows with anything in them. @throws FeedFileError when there is none */
async function* rowsIn(table: Table): AsyncGenerator<TableRow> {
  let isEmpty = true;
  for await (const row of table.rows()) {
    const { cells, fault, faults } = row;
    if (fault === undefined && faults === undefined && cells.every((cell) => cell.trim() === '')) continue;
    isEmpty = false;
    yield row;
  }
  if (isEmpty) throw new FeedFileError(['The file is empty.']);
}
