/** Rows that are stored in one statement. */
export const BATCH = 1000;

/** As many refusals are kept in the report; more than that is one cause seen many times. */
export const KEPT_REFUSALS = 1000;
