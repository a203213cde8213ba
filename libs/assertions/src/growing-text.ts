import { nextLine } from './csv-record.ts';

/** The part of a text that is not read yet. */
export class GrowingText {
  rest = '';
  at = 0;
  isWhole = false;
  private readonly chunks: AsyncIterator<string>;

  constructor(chunks: AsyncIterable<string>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  async grow(): Promise<void> {
    const next = await this.chunks.next();
    if (next.done === true) this.isWhole = true;
    else {
      this.rest = this.rest.slice(this.at) + next.value;
      this.at = 0;
    }
  }

  advance(to: number): void {
    this.at = to;
  }

  async skipLine(): Promise<void> {
    while (nextLine(this.rest, this.at) === this.rest.length && !this.isWhole) await this.grow();
    this.at = nextLine(this.rest, this.at);
  }

  get unreadLength(): number {
    return this.rest.length - this.at;
  }

  async isOver(): Promise<boolean> {
    while (this.unreadLength === 0 && !this.isWhole) await this.grow();
    return this.unreadLength === 0;
  }
}
