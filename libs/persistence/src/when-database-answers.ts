import { ConfigurationError } from '@ligature/runtime';

/** What to do about each way in which a database cannot be used, by the code of Node or PostgreSQL (its appendix A). */
const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no PostgreSQL answers there. See that it runs, and that host and port are right',
  ECONNRESET: 'no PostgreSQL answers there. See that it runs, and that host and port are right',
  EHOSTUNREACH: 'this host cannot be reached. See that host and network are right',
  ENETUNREACH: 'this host cannot be reached. See that host and network are right',
  ETIMEDOUT: 'this host does not answer. See that host, port and firewall are right',
  ENOTFOUND: 'there is no such host. See that the name is right',
  EAI_AGAIN: 'the name of this host cannot be looked up. See that it is right, and that DNS answers',
  '28000': 'PostgreSQL does not let this user in. See user, password and pg_hba.conf',
  '28P01': 'PostgreSQL refuses user or password. See that both are right',
  '3D000': 'PostgreSQL has no database of this name. Create it, or correct the name',
  '53300': 'PostgreSQL has no connection left. Raise its max_connections, or lower DATABASE_POOL_SIZE',
  '57P03': 'PostgreSQL is starting or stopping. Try again in a moment',
  '42P01': 'the database lacks tables of this version. Run the scheduler’s "migrate" first',
  '42703': 'the database lacks tables of this version. Run the scheduler’s "migrate" first',
  '42883': 'the database lacks tables of this version. Run the scheduler’s "migrate" first',
};

/** What a process does first with its database. @throws ConfigurationError, with what to do, when it cannot be used */
export async function whenDatabaseAnswers<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    const advice = code === undefined ? undefined : ADVICE[code];
    if (advice === undefined) throw error;
    throw new ConfigurationError([`DATABASE_URL (${placeIn(url)}): ${advice} (${String(code)}).`]);
  }
}

/** Without user and password. */
function placeIn(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
