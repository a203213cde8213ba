import { People } from '@ligature/people';
import { type SignOnResult, SamlFlow, sessionSubject } from '@ligature/saml-auth';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Discovery } from '../discovery/discovery.ts';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { knownPerson } from './known-person.ts';
import { beginSession, nameOfSession } from '../session/portal-session.ts';
import { SignInRefusal } from './sign-in-refusal.tsx';

/** The way in: the institution's sign-in. */
@Controller()
export class SignInController {
  constructor(
    private readonly saml: SamlFlow,
    private readonly people: People,
    private readonly institution: CurrentInstitution,
    private readonly discovery: Discovery,
    private readonly refusal: SignInRefusal,
  ) {}

  @Get('sign-in')
  async signIn(@Req() request: Request, @Res() response: Response, @Query('provider') asked: unknown): Promise<void> {
    const { id: institutionId } = await this.institution.get();
    const providerId = typeof asked === 'string' ? asked : await this.discovery.onlyProvider(institutionId);
    if (providerId === undefined) {
      response.redirect(303, '/institutions');
      return;
    }
    const formerSession = nameOfSession(request);
    await this.saml.begin(request, response, { institutionId, providerId, returnTo: '/connection', formerSession });
  }

  /** The assertion consumer service: providers post their answers here, from their own site. */
  @Post('saml/acs')
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const outcome = await this.saml.finish(request, response, (result) => this.letIn(request, result));
    if (outcome.kind === 'refused') await this.refusal.send(request, outcome.reason);
    else response.redirect(303, outcome.returnTo);
  }

  private async letIn(request: Request, { institutionId, person, providerSession }: SignOnResult): Promise<void> {
    const { id: personId } = await this.people.signIn(institutionId, knownPerson(person));
    const { provider, nameId } = providerSession;
    const subject = nameId && { subject: sessionSubject(institutionId, provider, nameId.value) };
    await beginSession(request, { personId, roles: person.roles, providerSession, ...subject });
  }
}
