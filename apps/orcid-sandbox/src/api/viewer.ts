import { grants } from '../oauth/scopes.ts';
import { type Visibility } from '../model/vocabulary.ts';
import { type Source } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Access, requireTokenFor } from './access.ts';
import { type ErrorCode } from './error-table.ts';

/** What is looked at: an item, a name, an address. Only items have a source that may always see them. */
export interface Viewable {
  readonly visibility: Visibility;
  readonly source?: Source;
}

/** Somebody who reads a record, and what is hidden from them. */
export interface Viewer {
  /** Why `thing` is not shown; nothing when it is. `scope` is what its section needs for trusted parties. */
  whyHidden(thing: Viewable, scope: string): ErrorCode | undefined;
  readonly seesEveryEmail: boolean;
}

/** S: OrcidSecurityManagerImpl.checkAndFilter. */
export class MemberViewer implements Viewer {
  constructor(
    record: OrcidRecord,
    private readonly access: Access,
  ) {
    requireTokenFor(record, access);
  }

  get seesEveryEmail(): boolean {
    return grants(this.access.token.scopes, '/email/read-private');
  }

  whyHidden({ visibility, source }: Viewable, scope: string): ErrorCode | undefined {
    const { token, client } = this.access;
    if (visibility === 'public' && grants(token.scopes, '/read-public')) return undefined;
    if (source?.kind === 'client' && source.id === client.id) return undefined;
    if (!grants(token.scopes, scope)) return 9038;
    return visibility === 'private' ? 9013 : undefined;
  }
}

/** The public API shows what everybody may see, to everybody. */
export class PublicViewer implements Viewer {
  readonly seesEveryEmail = false;

  whyHidden({ visibility }: Viewable): ErrorCode | undefined {
    return visibility === 'public' ? undefined : 9039;
  }
}
