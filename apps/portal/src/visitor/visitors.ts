import { PersonRows, SessionRecords } from '@ligature/persistence';
import { SessionConfig, sessions } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Tenants } from './tenants.ts';
import { type Tenant, Visitor } from './visitor.ts';

/** Answered alike at every host, for they tell nothing of any institution. */
const NOBODYS = /^\/(?:assets\/|health\/|brand\.css$)/;
const NOT_HERE = 'There is no such page.\n';

const visitors = new WeakMap<Request, Visitor>();

/** Finds out for each request whose portal it is for, before anything else is read of it, and opens its session. */
@Injectable()
export class Visitors {
  private readonly sessionsOf = new Map<string, RequestHandler>();

  constructor(
    private readonly tenants: Tenants,
    private readonly people: PersonRows,
    private readonly records: SessionRecords,
    private readonly config: SessionConfig,
  ) {}

  /** Express middleware. A host that is no institution's gets a plain 404. */
  async receive(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (NOBODYS.test(request.path)) {
      next();
      return;
    }
    const tenant = await this.tenants.find(request);
    if (tenant === undefined) {
      response.status(404).set('Cache-Control', 'no-store').type('text').send(NOT_HERE);
      return;
    }
    visitors.set(request, new Visitor(tenant, request, this.people));
    this.sessions(tenant)(request, response, next);
  }

  private sessions({ id: institutionId, address }: Tenant): RequestHandler {
    const key = `${institutionId} ${String(address.isSecure)}`;
    const { records } = this;
    const handler =
      this.sessionsOf.get(key) ?? sessions({ records, secrets: this.config.secrets, institutionId, address });
    this.sessionsOf.set(key, handler);
    return handler;
  }
}

export function findVisitor(request: Request): Visitor | undefined {
  return visitors.get(request);
}

/** Who sent a request. @throws when it was for no institution's portal: nothing of the portal answers then */
export function visitorOf(request: Request): Visitor {
  const visitor = findVisitor(request);
  if (visitor === undefined) throw new Error('The request came past Visitors.receive.');
  return visitor;
}
