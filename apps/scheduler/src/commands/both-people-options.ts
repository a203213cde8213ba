/** Options of a command that is about two people. */
export interface BothPeopleOptions {
  readonly institution?: string;
  /** Who decides; kept in the audit trail. */
  readonly by: string;
  /** Without it, it is only said what it means. */
  readonly yes?: boolean;
}
