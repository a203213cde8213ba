import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of a stack: its settings can be put back as they were, its logs only grow. */
export class StackFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'ligature-stack-'));
  private kept: ReadonlyMap<string, Buffer> = new Map();

  /** Remembers what is in it now. */
  keep(): void {
    this.kept = new Map(this.files().map((name) => [name, readFileSync(this.file(name))]));
  }

  /** Takes away what was added since, and writes anew what tests change: settings and exports. */
  restore(): void {
    for (const name of this.files()) if (!this.kept.has(name)) rmSync(this.file(name), { recursive: true });
    for (const [name, content] of this.kept) writeFileSync(this.file(name), content);
  }

  /** How long each log is, in bytes. */
  logSizes(): Record<string, number> {
    const logs = readdirSync(this.path).filter(isLog);
    return Object.fromEntries(logs.map((name) => [name, statSync(this.file(name)).size]));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** What belongs to whoever uses the stack: logs and states, half written ones too, are its processes'. */
  private files(): string[] {
    return readdirSync(this.path).filter((name) => !isLog(name) && !name.includes('.state.json'));
  }

  private file(name: string): string {
    return path.join(this.path, name);
  }
}

function isLog(name: string): boolean {
  return name.endsWith('.log');
}
