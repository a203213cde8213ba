// Plain JavaScript: the types of this package are those of its CommonJS half, which Node does not load here.
import { TestEnvironment } from 'jest-environment-node';

/** Tells the tests of a file whether one of them has failed: Jest shows that to its environments only. */
export default class FailureAwareEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'hook_failure' || name === 'error' || (name === 'test_done' && test.errors.length > 0)) {
      this.global.hasFailedTest = true;
    }
  }
}
