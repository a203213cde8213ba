/** The environment is not fit to start with. Lists every fault at once, by the names the operator types; never a value. */
export class ConfigurationError extends Error {
  readonly code = 'configuration';

  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = ConfigurationError.name;
  }
}
