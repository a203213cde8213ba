import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type JWK } from 'jose';
import { type AuthorizationCode } from '../oauth/codes.ts';
import { type Token } from '../oauth/tokens.ts';
import { type Webhook } from '../webhooks/webhook.ts';
import { type ClientSecret } from './clients.ts';
import { type GroupIdRecord } from './group-id-records.ts';
import { type Notification } from './notifications.ts';
import { OrcidRecord, type RecordSnapshot } from './orcid-record.ts';
import { type Registry } from './registry.ts';

/** One line each, so that a large registry is neither built nor read as one string. */
type Line =
  // `world` is the registry itself: state files have had that name from the beginning.
  | { readonly kind: 'world'; readonly lastPutCode: number; readonly minted: number; readonly key?: JWK | undefined }
  | { readonly kind: 'record'; readonly record: RecordSnapshot }
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'code'; readonly code: AuthorizationCode }
  | { readonly kind: 'group'; readonly group: GroupIdRecord }
  | { readonly kind: 'notification'; readonly notification: Notification }
  | { readonly kind: 'webhook'; readonly webhook: Webhook }
  | { readonly kind: 'secret'; readonly secret: ClientSecret };

const SOON_MS = 200;
/** A large registry takes long to write: it rests this many times as long before it is written again. */
const REST = 10;
const CHUNK = 1 << 20;

/** What must survive a restart, in a file that is always whole: written beside, then renamed. */
export class StateFile {
  #timer: NodeJS.Timeout | undefined;
  #lastTookMs = 0;

  constructor(
    private readonly path: string,
    private readonly registry: Registry,
  ) {}

  load(): void {
    if (!existsSync(this.path)) return;
    for (const text of linesOf(readFileSync(this.path))) this.#restore(JSON.parse(text) as Line);
  }

  saveSoon(): void {
    const wait = Math.max(SOON_MS, this.#lastTookMs * REST);
    this.#timer ??= setTimeout(() => {
      this.save();
    }, wait);
  }

  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = performance.now();
    this.#write();
    this.#lastTookMs = performance.now() - begun;
  }

  #write(): void {
    const beside = `${this.path}.new`;
    const file = openSync(beside, 'w', 0o600);
    let chunk = '';
    for (const line of this.#lines()) {
      chunk += `${JSON.stringify(line)}\n`;
      if (chunk.length > CHUNK) chunk = flush(file, chunk);
    }
    flush(file, chunk);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, this.path);
  }

  *#lines(): Generator<Line> {
    const { registry } = this;
    yield { kind: 'world', lastPutCode: registry.lastPutCode, minted: registry.minted, key: registry.key.kept };
    for (const record of registry.records) yield { kind: 'record', record: record.snapshot() };
    for (const token of registry.tokens) yield { kind: 'token', token };
    for (const code of registry.codes) yield { kind: 'code', code };
    for (const group of registry.groups.all) yield { kind: 'group', group };
    for (const notification of registry.notifications) yield { kind: 'notification', notification };
    for (const webhook of registry.webhooks) yield { kind: 'webhook', webhook };
    for (const secret of registry.clients.secrets) yield { kind: 'secret', secret };
  }

  #restore(line: Line): void {
    const { registry } = this;
    switch (line.kind) {
      case 'world':
        registry.continueAfter(line.lastPutCode, line.minted);
        registry.key.keep(line.key);
        return;
      case 'record':
        registry.records.add(new OrcidRecord(line.record));
        return;
      case 'token':
        registry.tokens.restore(line.token);
        return;
      case 'code':
        registry.codes.restore(line.code);
        return;
      case 'group':
        registry.groups.put(line.group);
        return;
      case 'notification':
        registry.notifications.put(line.notification);
        return;
      case 'webhook':
        registry.webhooks.put(line.webhook);
        return;
      case 'secret':
        registry.clients.restoreSecret(line.secret);
        return;
    }
  }
}

/** Cut as bytes: a string could not hold a registry of a million people. */
function* linesOf(bytes: Buffer): Generator<string> {
  let start = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function flush(file: number, chunk: string): string {
  writeSync(file, chunk);
  return '';
}
