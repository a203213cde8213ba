import { FeedFileError } from './feed-file.error.ts';

/** One line of a text that is not blank. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** A text without line breaks must not be held in memory as one line. */
const LONGEST = 1_000_000;

/** The lines of NDJSON that are not blank. @throws FeedFileError when one is longer than any object can be */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let line = 1;
  let rest = '';
  for await (const chunk of chunks) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      if (text.trim() !== '') yield { line, text };
      line++;
    }
    if (rest.length > LONGEST)
      throw new FeedFileError([`Line ${line} has more than ${LONGEST} characters: an object is one line.`]);
  }
  if (rest.trim() !== '') yield { line, text: rest };
}
