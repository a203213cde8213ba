import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { columnName } from '../workbook/cell-reference.ts';
import { type ArchivePart, writeArchive } from './archive.builder.ts';

/** A cell: a text (shared), a number, nothing, or the XML of a cell, in which `REF` is where it stands. */
export type GivenCell = string | number | null | { readonly xml: string };

export interface GivenSheet {
  readonly name?: string;
  readonly state?: string;
  readonly rows: readonly (readonly GivenCell[])[];
  readonly merged?: readonly string[];
}

export interface GivenWorkbook {
  readonly sheets: readonly GivenSheet[];
  /** Number formats, of which cells name one by its place (`s="1"` is the first). */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  /** Parts that replace what would be written, or stand beside it. */
  readonly parts?: readonly ArchivePart[];
  readonly fileName?: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'ligature-workbook-'));

/** For a test file's `afterAll`. */
export function removeWorkbooks(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Where a file may be written, until `removeWorkbooks`. */
export function aWorkbookPath(fileName = 'hr-export.xlsx'): string {
  mkdirSync(folder, { recursive: true });
  return path.join(mkdtempSync(path.join(folder, 'export-')), fileName);
}

/** A workbook on disk as Excel writes one, until `removeWorkbooks`. @returns its path */
export function aWorkbook({ parts = [], fileName, ...given }: GivenWorkbook): string {
  const file = aWorkbookPath(fileName);
  const replaced = new Set(parts.map(({ name }) => name));
  writeArchive(file, [...workbookParts(given).filter(({ name }) => !replaced.has(name)), ...parts]);
  return file;
}

/** The parts of a workbook. */
export function workbookParts({ sheets, formats = [], is1904 = false }: GivenWorkbook): ArchivePart[] {
  const texts = new Map<string, number>();
  const sheetParts = sheets.map((sheet, at) => xml(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, texts)));
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('styles', 'styles', 'styles.xml'),
    relation('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
  ];
  return [
    xml('_rels/.rels', relationships([relation('main', 'officeDocument', 'xl/workbook.xml')])),
    xml('xl/workbook.xml', workbookXml(sheets, is1904)),
    xml('xl/_rels/workbook.xml.rels', relationships(relations)),
    xml('xl/styles.xml', stylesXml(formats)),
    xml(
      'xl/sharedStrings.xml',
      `<sst>${[...texts.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    ...sheetParts,
  ];
}

/** One XML part of a workbook. */
export function xml(name: string, content: string): ArchivePart {
  return { name, content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}` };
}

function workbookXml(sheets: readonly GivenSheet[], is1904: boolean): string {
  const tags = sheets.map(({ name, state }, at) => {
    const id = at + 1;
    return `<sheet name="${escaped(name ?? `Sheet${id}`)}" sheetId="${id}" r:id="rId${id}"${state === undefined ? '' : ` state="${state}"`}/>`;
  });
  const properties = `<workbookPr${is1904 ? ' date1904="1"' : ''}/>`;
  return `<workbook xmlns:r="${RELATIONS}">${properties}<sheets>${tags.join('')}</sheets></workbook>`;
}

function sheetXml({ rows, merged = [] }: GivenSheet, texts: Map<string, number>): string {
  const lines = rows.map((cells, row) => {
    const tags = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, texts));
    return `<row r="${row + 1}">${tags.join('')}</row>`;
  });
  const blocks = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${blocks && `<mergeCells>${blocks}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: GivenCell, reference: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('"REF"', `"${reference}"`);
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  const at = texts.get(cell) ?? texts.size;
  texts.set(cell, at);
  return `<c r="${reference}" t="s"><v>${at}</v></c>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
