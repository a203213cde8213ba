import { type Tree } from '../shape/shape.ts';
import { type ErrorCode, ERRORS } from './error-table.ts';

interface Details {
  /** Fills the `${…}` of the texts. */
  readonly params?: Readonly<Record<string, string>>;
  /** Appended to the developer message. */
  readonly detail?: string;
  /** Where 9001 goes out with another status than its own: 404, 405, 406, 415; and 9007 with 409. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of the API in ORCID's own error shape. */
export class OrcidError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ErrorCode,
    private readonly details: Details = {},
  ) {
    super(`ORCID error ${code}: ${details.detail ?? ERRORS[code].developer}`);
    this.name = OrcidError.name;
    this.status = details.status ?? ERRORS[code].status;
    this.headers = details.headers ?? {};
  }

  toTree(): Tree {
    const { developer, user } = ERRORS[this.code];
    const { params = {}, detail } = this.details;
    const suffix = detail === undefined ? '' : ` Full validation error: ${detail}`;
    return {
      'response-code': this.status,
      'developer-message': fill(developer, params) + suffix,
      'user-message': fill(user, params),
      'error-code': this.code,
      'more-info': 'https://members.orcid.org/api/resources/troubleshooting',
    };
  }
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
