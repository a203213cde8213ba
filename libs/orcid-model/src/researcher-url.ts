/** A page about somebody. */
export interface ResearcherUrl {
  /** At most 350 characters. */
  readonly name?: string;
  /** At most 2,000 characters. */
  readonly url: string;
}
