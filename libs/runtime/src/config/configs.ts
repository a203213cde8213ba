import type { ConfigClass, Mode } from './config-class.ts';

/** The configurations of one process, each looked up by its class. */
export class Configs {
  private readonly byClass: ReadonlyMap<ConfigClass, object>;

  constructor(
    entries: Iterable<readonly [ConfigClass, object]>,
    readonly mode: Mode,
  ) {
    this.byClass = new Map(entries);
  }

  get<T extends object>(config: abstract new (...given: never[]) => T): T {
    const found = this.entries().find(([known]) => known === (config as unknown));
    if (found === undefined) throw new TypeError(`${config.name} was not read at start.`);
    return found[1] as T;
  }

  entries(): [ConfigClass, object][] {
    return [...this.byClass];
  }
}
