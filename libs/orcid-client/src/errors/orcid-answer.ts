/** What is kept of an answer that was not a success. Never its body: ORCID's 401 quotes the token. */
export interface OrcidAnswer {
  /** HTTP status; 0 when there was no answer, and `reason` says why. */
  readonly status: number;
  /** ORCID's own number (`error-code`, e.g. 9021) or OAuth word (`invalid_grant`), when the body had one. */
  readonly reason: string | null;
  /** Path of the request, without query and without anything secret. */
  readonly path: string;
}

export function describe({ status, reason, path }: OrcidAnswer): string {
  const parts = [status === 0 ? 'no answer' : status, reason].filter((part) => part !== null);
  return `${parts.join('/')} at ${path}`;
}
