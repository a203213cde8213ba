import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyFixture } from './fixtures.ts';

/** Origins of a stack's parts, by part. */
type Origins = Readonly<Record<string, string>>;

const REMEMBERED = 'addresses.json';
const ORIGIN = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/g;

/**
 * Files in a stack's folder that people change: each is written once. The addresses of the stack in them are brought up to
 * date, because a port that was free at one start may be taken at the next.
 */
export class KeptFiles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  copyOnce(name: string): void {
    if (!existsSync(this.file(name))) copyFixture(name, this.file(name));
  }

  /** @param files what each is at first, by name @param origins of this start, which they name */
  write(files: Readonly<Record<string, object>>, origins: Origins): void {
    const former = this.remembered();
    const moved = new Map(Object.entries(origins).map(([part, origin]) => [former?.[part], origin]));
    for (const [name, settings] of Object.entries(files)) {
      const isKept = former !== undefined && existsSync(this.file(name));
      const text = isKept ? readFileSync(this.file(name), 'utf8') : JSON.stringify(settings, null, 2);
      this.put(
        name,
        text.replace(ORIGIN, (origin) => moved.get(origin) ?? origin),
      );
    }
    this.put(REMEMBERED, JSON.stringify(origins));
  }

  /** @returns undefined in a folder whose files do not say yet what they name: those were written at every start */
  private remembered(): Origins | undefined {
    const file = this.file(REMEMBERED);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Origins) : undefined;
  }

  private put(name: string, text: string): void {
    writeFileSync(this.file(name), text, { mode: 0o600 });
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }
}
