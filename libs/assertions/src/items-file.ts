import { FeedFileError } from './feed-file.error.ts';
import { FileText } from './file-text.ts';

/** One line of an items file that is not empty. */
export interface ItemsLine {
  readonly line: number;
  readonly text: string;
}

/** More than any item of ORCID's can have: a file without line breaks must not be held in memory as one line. */
const LONGEST = 1_000_000;

/** An items file on disk: NDJSON, one JSON object a line, in UTF-8. Read as a stream, however large it is. */
export class ItemsFile {
  private readonly text: FileText;

  constructor(file: string) {
    this.text = new FileText(file);
  }

  get name(): string {
    return this.text.name;
  }

  hash(): Promise<string> {
    return this.text.hash();
  }

  /** @throws FeedFileError when there is none, or one is longer than any item can be */
  async *lines(): AsyncGenerator<ItemsLine> {
    let isEmpty = true;
    for await (const line of this.allLines()) {
      if (line.text.trim() === '') continue;
      isEmpty = false;
      yield line;
    }
    if (isEmpty) throw new FeedFileError(['The file is empty.']);
  }

  private async *allLines(): AsyncGenerator<ItemsLine> {
    let line = 1;
    let rest = '';
    for await (const chunk of this.text.chunks()) {
      const texts = (rest + chunk).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) yield { line: line++, text };
      if (rest.length > LONGEST)
        throw new FeedFileError([`Line ${line} has more than ${LONGEST} characters: an item is one line.`]);
    }
    yield { line, text: rest };
  }
}
