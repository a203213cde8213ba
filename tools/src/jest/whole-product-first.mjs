// Plain JavaScript: the types of this package are those of its CommonJS half, which Node does not load here.
import TestSequencer from '@jest/test-sequencer';

/** The tests of the whole product take longest, and wait most: begun first, the many short ones fill their gaps. */
export default class WholeProductFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isLong = ({ path }) => path.endsWith('.e2e-spec.ts');
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
