import { type CsvLine, csvLines } from './csv-lines.ts';
import type { Encoding } from './decode.ts';
import { FeedFileError } from './feed-file.error.ts';
import { FileText } from './file-text.ts';

/** An HR export on disk, read as a stream, however large it is. */
export class FeedFile {
  private readonly text: FileText;

  constructor(
    private readonly file: string,
    private readonly encoding?: Encoding,
  ) {
    this.text = new FileText(file, encoding);
  }

  /** The same file, read in this encoding where neither it nor whoever named it says another. */
  in(encoding: Encoding | undefined): FeedFile {
    return new FeedFile(this.file, this.encoding ?? encoding);
  }

  get name(): string {
    return this.text.name;
  }

  hash(): Promise<string> {
    return this.text.hash();
  }

  /** The lines with anything in them, the header first. @throws FeedFileError when there is none, or a quote does not close */
  async *lines(): AsyncGenerator<CsvLine> {
    let isEmpty = true;
    for await (const line of csvLines(this.text.chunks())) {
      if (line.isBroken !== true && line.cells.every((cell) => cell.trim() === '')) continue;
      isEmpty = false;
      yield line;
    }
    if (isEmpty) throw new FeedFileError(['The file is empty.']);
  }
}
