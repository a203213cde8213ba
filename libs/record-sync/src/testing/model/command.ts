import fc from 'fast-check';
import type { Expectations } from './expectations.ts';
import type { Life } from './life.ts';

/** What happens in a life, and what the oracle must know of it. */
export type Happening = (life: Life, expected: Expectations) => unknown;

/** One thing that happens; after each of them the oracle looks at everything. */
export class Command implements fc.AsyncCommand<Expectations, Life> {
  constructor(
    private readonly name: string,
    private readonly happen: Happening,
  ) {}

  check(): boolean {
    return true;
  }

  async run(expected: Expectations, life: Life): Promise<void> {
    await this.happen(life, expected);
    await expected.verify(life);
  }

  toString(): string {
    return this.name;
  }
}

/** A command by its name, what is drawn for it, and what it does then. */
export function command<T extends unknown[]>(
  name: string,
  given: readonly [...{ [At in keyof T]: fc.Arbitrary<T[At]> }],
  happen: (...drawn: T) => Happening,
): fc.Arbitrary<Command> {
  return fc.tuple<T>(...given).map((drawn) => {
    const said = drawn.map((one) => (one === undefined ? 'never' : JSON.stringify(one))).join(', ');
    return new Command(`${name}(${said})`, happen(...drawn));
  });
}
