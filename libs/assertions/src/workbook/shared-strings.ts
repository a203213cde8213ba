import { PlainString } from './plain-string.ts';
import { hearXml, type XmlListener } from './read-xml.ts';

/** Texts that cells refer to by number. Their bytes stand in one buffer: a million of them as objects would not fit. */
export class SharedStrings {
  private bytes = Buffer.alloc(2 ** 16);
  private readonly ends: number[] = [];

  add(text: string): void {
    const begin = this.ends.at(-1) ?? 0;
    const end = begin + Buffer.byteLength(text);
    if (end > this.bytes.length) this.grow(end);
    this.bytes.write(text, begin);
    this.ends.push(end);
  }

  /** Undefined where there is none of that number. */
  at(index: number): string | undefined {
    const end = this.ends[index];
    return end === undefined ? undefined : this.bytes.toString('utf8', this.ends[index - 1] ?? 0, end);
  }

  private grow(least: number): void {
    const larger = Buffer.alloc(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}

/** As many bytes of shared strings, markup included, as are kept in memory at most. */
export const MOST_STRING_BYTES = 256 * 2 ** 20;

export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const string = new PlainString();
  const listener: XmlListener = {
    open: (name) => {
      if (name === 'si') string.begin();
      else string.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.add(string.value);
      else string.close(name);
    },
    text: (text) => {
      string.text(text);
    },
  };
  await hearXml(bytes, listener);
  return strings;
}
