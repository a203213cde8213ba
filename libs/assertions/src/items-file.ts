import { FeedFileError } from './feed-file.error.ts';
import { FileText } from './file-text.ts';
import { type TextLine, textLines } from './text-lines.ts';

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
  async *lines(): AsyncGenerator<TextLine> {
    let isEmpty = true;
    for await (const line of textLines(this.text.chunks())) {
      isEmpty = false;
      yield line;
    }
    if (isEmpty) throw new FeedFileError(['The file is empty.']);
  }
}
