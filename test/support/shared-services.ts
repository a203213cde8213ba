/** A command or a request failed at the services of this test run. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    message: string,
    /** What the command wrote to standard error, when it was one. */
    readonly stderr: string | undefined,
  ) {
    super(message);
  }
}

/** Asks the services that all test files of this run share (`tools/src/test-services/test-services.ts`). */
export async function askServices<T>(path: string, body: unknown = null): Promise<T> {
  const server = process.env['TEST_SERVICES_URL'];
  if (server === undefined) throw new Error('Start through Jest: its global setup starts what the tests share.');
  const response = await fetch(server + path, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as unknown;
  if (response.ok) return answer as T;
  const { message, stderr } = answer as { message: string; stderr?: string };
  throw new ServiceError(message, stderr);
}
