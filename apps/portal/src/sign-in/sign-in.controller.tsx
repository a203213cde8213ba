import { People } from '@ligature/people';
import { type SignOnResult, SamlFlow, sessionSubject } from '@ligature/saml-auth';
import { Controller, Get, Post, Query } from '@nestjs/common';
import type { Request } from 'express';
import { Discovery } from '../discovery/discovery.ts';
import { beginSession, nameOfSession } from '../session/portal-session.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { knownPerson } from './known-person.ts';
import { portalOf } from './portal-of.ts';
import { SignInRefusal } from './sign-in-refusal.tsx';

/** The way in: the institution's sign-in. */
@Controller()
export class SignInController {
  constructor(
    private readonly saml: SamlFlow,
    private readonly people: People,
    private readonly discovery: Discovery,
    private readonly refusal: SignInRefusal,
  ) {}

  @Get('sign-in')
  async signIn(
    @CurrentVisitor() { tenant, request, response }: Visitor,
    @Query('provider') asked: unknown,
  ): Promise<void> {
    const providerId = typeof asked === 'string' ? asked : await this.discovery.onlyProvider(tenant.id);
    if (providerId === undefined) {
      response.redirect(303, '/institutions');
      return;
    }
    const begun = { ...portalOf(tenant), providerId, returnTo: '/connection', formerSession: nameOfSession(request) };
    await this.saml.begin(request, response, begun);
  }

  /** The assertion consumer service: providers post their answers here, from their own site. */
  @Post('saml/acs')
  async answer(@CurrentVisitor() visitor: Visitor): Promise<void> {
    const { tenant, request, response } = visitor;
    const outcome = await this.saml.finish(request, response, portalOf(tenant), (result) =>
      this.letIn(request, result),
    );
    if (outcome.kind === 'refused') await this.refusal.send(visitor, outcome.reason);
    else response.redirect(303, outcome.returnTo);
  }

  private async letIn(request: Request, { institutionId, person, providerSession }: SignOnResult): Promise<void> {
    const { id: personId } = await this.people.signIn(institutionId, knownPerson(person));
    const { provider, nameId } = providerSession;
    const subject = nameId && { subject: sessionSubject(institutionId, provider, nameId.value) };
    await beginSession(request, { personId, roles: person.roles, providerSession, ...subject });
  }
}
