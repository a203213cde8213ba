import type { AccessToken, PeerReviewGroup, PutCode, Seen } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { allAt, isNothing, objectIn } from '../wire/json.ts';
import { peerReviewGroup } from '../wire/peer-review-group.wire.ts';
import { withPutCode } from '../wire/put-code.wire.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { writeChecked } from '../wire/write-checked.ts';
import { ifReason } from './if-reason.ts';
import type { TokenCalls } from './token-calls.ts';

const PATH = '/group-id-record';
const PAGE_SIZE = 100;
const IN_USE = '9040';

type SeenGroup = Seen<PeerReviewGroup>;

/** The groups that peer reviews are shown under; shared by all of ORCID's members. */
export class GroupCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /** All groups, page by page. */
  async *all(credentials: ClientCredentials, options?: CallOptions): AsyncGenerator<SeenGroup, void> {
    for (let page = 1; ; page++) {
      const path = `${PATH}?page-size=${PAGE_SIZE}&page=${page}`;
      const groups = await this.get(credentials, path, readPage, options);
      yield* groups;
      if (groups.length < PAGE_SIZE) return;
    }
  }

  /** ORCID registers a journal by itself when it is asked for its ISSN. */
  findById(credentials: ClientCredentials, id: string, options?: CallOptions): Promise<SeenGroup | undefined> {
    return this.get(credentials, `${PATH}?${new URLSearchParams({ 'group-id': id }).toString()}`, readFound, options);
  }

  findByName(credentials: ClientCredentials, name: string, options?: CallOptions): Promise<SeenGroup | undefined> {
    return this.get(credentials, `${PATH}?${new URLSearchParams({ name }).toString()}`, readFound, options);
  }

  read(credentials: ClientCredentials, putCode: PutCode, options?: CallOptions): Promise<SeenGroup> {
    return this.get(credentials, `${PATH}/${putCode}`, readOne, options);
  }

  /** @throws DuplicateItemError when the id is taken: use that group */
  async create(credentials: ClientCredentials, group: PeerReviewGroup, options?: CallOptions): Promise<PutCode> {
    const body = JSON.stringify(writeChecked(peerReviewGroup, group, PATH));
    return this.change(credentials, (token, left) => this.api.create({ path: PATH, token, body }, left), options);
  }

  async replace(
    credentials: ClientCredentials,
    putCode: PutCode,
    group: PeerReviewGroup,
    options?: CallOptions,
  ): Promise<void> {
    const path = `${PATH}/${putCode}`;
    const body = withPutCode(writeChecked(peerReviewGroup, group, path), putCode);
    const call = { method: 'PUT', path, body } as const;
    await this.change(credentials, (token, left) => this.api.send({ ...call, token }, () => undefined, left), options);
  }

  /** @returns false when peer reviews are shown under it, and it stays */
  async remove(credentials: ClientCredentials, putCode: PutCode, options?: CallOptions): Promise<boolean> {
    const call = { path: `${PATH}/${putCode}` };
    const remove = async (token: AccessToken, left: CallOptions): Promise<true> => {
      await this.api.remove({ ...call, token }, left);
      return true;
    };
    return this.change(credentials, remove, options).catch(ifReason<boolean>(IN_USE, false));
  }

  private get<T>(
    credentials: ClientCredentials,
    path: string,
    read: (json: unknown) => T,
    options?: CallOptions,
  ): Promise<T> {
    const ask = (token: AccessToken, left: CallOptions): Promise<T> => this.api.read({ path, token }, read, left);
    return this.tokens.asClient(credentials, '/group-id-record/read', ask, options);
  }

  private change<T>(
    credentials: ClientCredentials,
    call: (token: AccessToken, left: CallOptions) => Promise<T>,
    options?: CallOptions,
  ): Promise<T> {
    return this.tokens.asClient(credentials, '/group-id-record/update', call, options);
  }
}

function readOne(json: unknown): SeenGroup {
  return readSeen(peerReviewGroup, json);
}

function readPage(json: unknown): SeenGroup[] {
  return allAt(json, ['group-id-record']).map(readOne);
}

/** A group that is not there is shown as one of which everything is null. */
function readFound(json: unknown): SeenGroup | undefined {
  return isNothing(objectIn(json)['put-code']) ? undefined : readOne(json);
}
