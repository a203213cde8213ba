import type { CellFault } from '../table.ts';
import { cellAt } from './cell-reference.ts';
import { hearXml } from './read-xml.ts';
import { damaged, tooLarge } from './unusable-workbook.ts';

/** A block of cells that is shown as one: only the first of them holds its value. */
interface Block {
  readonly name: string;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** More is a page made to be looked at. */
const MOST_BLOCKS = 10_000;

/** The merged cells of a sheet, asked row by row from the top. */
export class MergedCells {
  private at = 0;
  private open: Block[] = [];

  /** @param blocks from the top */
  constructor(private readonly blocks: readonly Block[]) {}

  /** The same, to be asked from the top again. */
  fromTheTop(): MergedCells {
    return new MergedCells(this.blocks);
  }

  /** Cells of a row that are merged into another, which alone holds what is shown. */
  faultsIn(row: number): Map<number, CellFault> {
    for (let next = this.blocks[this.at]; next !== undefined && next.rows[0] <= row; next = this.blocks[++this.at])
      this.open.push(next);
    this.open = this.open.filter(({ rows }) => rows[1] >= row);
    return new Map(this.open.flatMap((block) => hidden(block, row).map((column) => [column, faultOf(block)] as const)));
  }
}

/** Merged cells are told below the rows, so that the sheet is read once for them alone. */
export async function readMergedCells(bytes: AsyncIterable<Uint8Array>): Promise<MergedCells> {
  const blocks: Block[] = [];
  await hearXml(bytes, {
    open: (name, { ref = '' }) => {
      if (name === 'mergeCell') blocks.push(blockOf(ref));
      if (blocks.length > MOST_BLOCKS) throw tooLarge(`has more than ${MOST_BLOCKS} merged cells`);
    },
  });
  return new MergedCells(blocks.toSorted((a, b) => a.rows[0] - b.rows[0]));
}

function blockOf(name: string): Block {
  const [first = '', last = first] = name.split(':');
  const [from, to] = [cellAt(first), cellAt(last)];
  if (from === undefined || to === undefined) throw damaged('it merges cells that no sheet has');
  return { name, rows: [from.row, to.row], columns: [from.column, to.column] };
}

function hidden({ rows, columns: [first, last] }: Block, row: number): number[] {
  const columns = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at);
  return row === rows[0] ? columns.slice(1) : columns;
}

function faultOf({ name }: Block): CellFault {
  return {
    cause: 'merged cell',
    remedy: `is part of the merged cell ${name}: undo the merge, and write into each cell what holds for its row`,
  };
}
