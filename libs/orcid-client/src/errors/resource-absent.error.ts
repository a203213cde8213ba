import { describe, type OrcidAnswer } from './orcid-answer.ts';

/** There is no such client, group, webhook, notification or biography. Says nothing of records and their items. */
export class ResourceAbsentError extends Error {
  readonly code = 'resource-absent';

  constructor(readonly answer: OrcidAnswer) {
    super(`ORCID has no such thing (${describe(answer)})`);
    this.name = ResourceAbsentError.name;
  }
}
