import { may, type Permission, type SessionContent } from '@ligature/identity-model';
import type { PersonRows, TenantRow, VisitorRow } from '@ligature/persistence';
import { csrfToken, type PublicAddress } from '@ligature/web';
import type { Request, Response } from 'express';
import { languageOf } from '../language/language.ts';
import '../session/session-data.ts';
import type { Language } from '../texts/languages.ts';

/** An institution with the address at which its portal is. */
export interface Tenant extends TenantRow {
  readonly address: PublicAddress;
}

/** Whoever sends one request: at whose portal, who they are, in which language. Each is found once, when it is first asked for. */
export class Visitor {
  private found: Promise<VisitorRow | undefined> | undefined;
  private chosen: Language | undefined;

  constructor(
    readonly tenant: Tenant,
    readonly request: Request,
    private readonly people: Pick<PersonRows, 'findVisitor'>,
  ) {}

  get response(): Response {
    const { res } = this.request;
    if (res === undefined) throw new Error('Express gives every request its response.');
    return res;
  }

  get language(): Language {
    return (this.chosen ??= languageOf(this.request, this.tenant.address));
  }

  /** What is known of whoever is signed in; empty for everybody else. The store knows no session of another institution. */
  get session(): Partial<SessionContent> {
    return (this.request as { readonly session?: Partial<SessionContent> }).session ?? {};
  }

  /** The person who is signed in; undefined for everybody else, and when there is no such person any more. */
  person(): Promise<VisitorRow | undefined> {
    const { personId } = this.session;
    if (personId === undefined) return Promise.resolve(undefined);
    return (this.found ??= this.people.findVisitor(this.tenant.id, personId));
  }

  /** Whether a role of theirs allows it. Each sign-in gives the roles anew; they hold as long as the session lasts. */
  may(permission: Permission): boolean {
    return may(permission, this.session.roles ?? []);
  }

  /** What every form of this session must send back. Only for somebody who is signed in: it begins a session. */
  get csrf(): string {
    return csrfToken(this.request);
  }
}
