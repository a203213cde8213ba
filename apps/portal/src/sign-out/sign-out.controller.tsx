import { LogoutFlow, type LogoutOutcome } from '@ligature/saml-auth';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { Pages } from '../pages/pages.ts';
import { SignedOutPage } from '../pages/signed-out.page.tsx';
import { endSession } from '../session/portal-session.ts';
import '../session/session-data.ts';
import { SignInRefusal } from '../sign-in/sign-in-refusal.tsx';

/** The way out: the end of a session, here and at the identity provider. */
@Controller()
export class SignOutController {
  constructor(
    private readonly logout: LogoutFlow,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
    private readonly refusal: SignInRefusal,
  ) {}

  /** Ends our session first: whatever becomes of the other one, this one is over. */
  @Post('sign-out')
  @HttpCode(200)
  @UseGuards(CsrfGuard)
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { providerSession } = request.session;
    await endSession(request);
    const begun = providerSession && (await this.logout.begin(response, providerSession));
    if (begun === undefined) response.redirect(303, '/signed-out');
    else await this.goOn(request, begun.url);
  }

  @Get('signed-out')
  async signedOut(@Req() request: Request): Promise<void> {
    await this.pages.send(request, (context) => <SignedOutPage context={context} elsewhere="unknown" />);
  }

  /** By redirect. */
  @Get('saml/logout')
  async told(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { id } = await this.institution.get();
    await this.show(request, response, await this.logout.receive(request, response, id));
  }

  /** By a form of the provider's. */
  @Post('saml/logout')
  @HttpCode(200)
  async receiveByPost(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.told(request, response);
  }

  /**
   * The provider is another site, to which no form of ours may lead (our content security policy, which Chrome holds
   * against redirects too): so a page leads there, at once, and by a link where the browser does not.
   */
  private async goOn(request: Request, url: string): Promise<void> {
    request.res?.set('Refresh', `0; url=${url}`);
    await this.pages.send(request, (context) => <SignedOutPage context={context} elsewhere="next" url={url} />);
  }

  private async show(request: Request, response: Response, outcome: LogoutOutcome): Promise<void> {
    if (outcome.kind === 'refused') return this.refusal.sendForLogout(request, outcome.reason);
    if (outcome.kind === 'asked' && outcome.answerUrl !== undefined) {
      response.redirect(303, outcome.answerUrl);
      return;
    }
    const elsewhere = outcome.kind === 'asked' || outcome.isEverywhere ? 'done' : 'unknown';
    await this.pages.send(request, (context) => <SignedOutPage context={context} elsewhere={elsewhere} />);
  }
}
