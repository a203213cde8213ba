import path from 'node:path';
import { FeedFileError } from '../feed-file.error.ts';
import { shown } from '../plain-text.ts';
import { attribute, hearXml } from './read-xml.ts';
import type { Epoch } from './serial-day.ts';
import { damaged } from './unusable-workbook.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Parts that describe others are small. */
const MOST = 16 * 2 ** 20;

/** Where in the archive the parts of one sheet are, and how its workbook counts days. */
export interface SheetParts {
  readonly sheet: string;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly epoch: Epoch;
}

interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

interface Relation {
  /** Last word of its type: the rest of it differs between the two editions of the standard. */
  readonly type: string;
  readonly part: string;
}

/** Finds the sheet of that name, or the first one that is to be seen. @throws FeedFileError when there is none */
export async function findSheet(archive: ZipArchive, wanted: string | undefined): Promise<SheetParts> {
  const workbook = await mainPart(archive);
  const relations = await relationsOf(archive, workbook);
  const { sheets, epoch } = await contentsOf(archive, workbook);
  const tables = sheets.filter(({ relation }) => relations.get(relation)?.type === 'worksheet');
  const sheet = tables.find(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  const part = relations.get(sheet?.relation ?? '')?.part;
  if (part === undefined) throw noSheet(tables, wanted);
  const partOf = (type: string): string | undefined => [...relations.values()].find((one) => one.type === type)?.part;
  return { sheet: part, strings: partOf('sharedStrings'), styles: partOf('styles'), epoch };
}

async function mainPart(archive: ZipArchive): Promise<string> {
  const relations = archive.has('_rels/.rels') ? await relationsOf(archive, '') : new Map<string, Relation>();
  const part = [...relations.values()].find(({ type }) => type === 'officeDocument')?.part;
  if (part === undefined || !/\.xml$/i.test(part) || !archive.has(relationsPart(part))) throw noWorkbook();
  return part;
}

async function relationsOf(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await hearXml(archive.bytes(relationsPart(part), MOST), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = path.posix.join('/', Target.startsWith('/') ? '' : path.posix.dirname(part), Target).slice(1);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}

function relationsPart(part: string): string {
  return path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);
}

async function contentsOf(archive: ZipArchive, part: string): Promise<{ sheets: readonly Sheet[]; epoch: Epoch }> {
  const found: { sheets: Sheet[]; epoch: Epoch; isWorkbook: boolean } = {
    sheets: [],
    epoch: '1900',
    isWorkbook: false,
  };
  await hearXml(archive.bytes(part, MOST), {
    open: (name, attributes) => {
      const { name: title = '', state = 'visible', date1904 = '0' } = attributes;
      if (name === 'workbook') found.isWorkbook = true;
      if (name === 'workbookPr' && ['1', 'true'].includes(date1904)) found.epoch = '1904';
      if (name === 'sheet')
        found.sheets.push({ name: title, relation: attribute(attributes, 'id') ?? '', isHidden: state !== 'visible' });
    },
  });
  if (!found.isWorkbook) throw noWorkbook();
  return found;
}

function noWorkbook(): FeedFileError {
  return new FeedFileError([
    'The file is an archive, but no Excel workbook (.xlsx). If it is a workbook of another kind (.ods, .xlsb), open it in a ' +
      'spreadsheet and save it as .xlsx, or as "CSV UTF-8"; if it holds the export, unpack it.',
  ]);
}

function noSheet(tables: readonly Sheet[], wanted: string | undefined): FeedFileError {
  if (tables.length === 0) return damaged('it has no sheet of cells');
  const names = tables.map(({ name }) => `"${shown(name)}"`).join(', ');
  if (wanted === undefined)
    return new FeedFileError([
      `Every sheet of the workbook is hidden. Show one, or name it in "feed.sheet" or by --sheet: ${names}.`,
    ]);
  return new FeedFileError([
    `The workbook has no sheet "${shown(wanted)}". Name one that it has in "feed.sheet" or by --sheet: ${names}.`,
  ]);
}
