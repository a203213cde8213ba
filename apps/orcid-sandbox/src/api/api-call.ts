import { type Addresses } from '../http/addresses.ts';
import { type ApiHost } from '../http/host-router.ts';
import { type Registry } from '../registry/registry.ts';
import { type Access } from './access.ts';
import { OrcidError } from './orcid-error.ts';
import { type RequestBody } from './read-body.ts';

/** One call of the member or public API, as its handler sees it. */
export interface ApiCall {
  readonly registry: Registry;
  readonly addresses: Addresses;
  readonly host: ApiHost;
  readonly method: string;
  /** The address the caller used, without the query. */
  readonly publicUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Nobody's only at the public API and at the status pages. */
  readonly access: Access | undefined;
  /** How far behind the database is that reads are answered from. */
  readonly lagMs: number;
  readonly body: RequestBody;
}

export function isRead({ method }: ApiCall): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** S: MemberApiServiceImplHelper.getPutCode */
export function putCodeOf({ params }: ApiCall): number {
  const raw = params['putCode'] ?? '';
  if (!/^\d{1,15}$/.test(raw)) throw new OrcidError(9034);
  return Number(raw);
}

export function callerOf({ access }: ApiCall): Access {
  if (access === undefined) throw new OrcidError(9002);
  return access;
}
