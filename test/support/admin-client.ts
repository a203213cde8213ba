import type { TestStack } from './test-stack.ts';

export interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly incident?: string };
  }[];
}

/** A script that uses the admin API with an access key. */
export class AdminClient {
  constructor(
    /** Where the admin API is, without its path. */
    private readonly address: string,
    readonly key: string | undefined,
  ) {}

  static async create(stack: TestStack, role: 'administrator' | 'reader' = 'administrator'): Promise<AdminClient> {
    const key = await stack.command('create-access-key', `test-${Math.random()}`, '--role', role);
    return new AdminClient(stack.addresses.adminApi, key.trim());
  }

  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.send({
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json' },
    });
  }

  async send({
    headers,
    ...request
  }: {
    method: string;
    body?: string;
    headers: Record<string, string>;
    query?: string;
  }): Promise<Answer> {
    const authorization = this.key === undefined ? {} : { authorization: `Bearer ${this.key}` };
    const url = `${this.address}/graphql${request.query ?? ''}`;
    const response = await fetch(url, { ...request, headers: { ...authorization, ...headers } });
    const body = (await response.json().catch(() => ({}))) as Omit<Answer, 'status'>;
    return { status: response.status, ...body };
  }
}
