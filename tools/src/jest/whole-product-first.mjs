// Plain JavaScript: the types of this package are those of its CommonJS half, which Node does not load here.
import TestSequencer from '@jest/test-sequencer';

/**
 * The tests of the whole product take longest, and wait most: begun first, but each with one of the others after it, these
 * fill the gaps, and fewer stacks are needed at once.
 */
export default class WholeProductFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isLong = ({ path }) => path.endsWith('.e2e-spec.ts');
    const [first, ...long] = sorted.filter(isLong);
    const others = sorted.filter((test) => !isLong(test));
    const pairs = long.flatMap((test, at) => [test, ...others.slice(at, at + 1)]);
    return [...(first ? [first] : []), ...pairs, ...others.slice(long.length)];
  }
}
