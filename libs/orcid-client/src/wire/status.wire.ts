import { at, object } from './object.wire.ts';
import { flag } from './scalar.wire.ts';

/** How ORCID itself says it is. */
export interface ApiStatus {
  readonly isUp: boolean;
  readonly isDatabaseUp: boolean;
  readonly isReadOnlyDatabaseUp: boolean;
}

/** One shape at both APIs (StatusManagerImpl.java). */
export const apiStatus = object<ApiStatus>({
  isUp: at('overallOk', flag),
  isDatabaseUp: at('dbConnectionOk', flag),
  isReadOnlyDatabaseUp: at('readOnlyDbConnectionOk', flag),
});

/** The least of it: whether the servers run. */
export const isServing = object<{ readonly isServing: boolean }>({ isServing: at('tomcatUp', flag) });
