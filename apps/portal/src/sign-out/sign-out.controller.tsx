import { LogoutFlow, type LogoutOutcome } from '@ligature/saml-auth';
import { CsrfGuard } from '@ligature/web';
import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Pages } from '../pages/pages.ts';
import { SignedOutPage } from '../pages/signed-out.page.tsx';
import { endSession } from '../session/portal-session.ts';
import { portalOf } from '../sign-in/portal-of.ts';
import { SignInRefusal } from '../sign-in/sign-in-refusal.tsx';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** The way out: the end of a session, here and at the identity provider. */
@Controller()
export class SignOutController {
  constructor(
    private readonly logout: LogoutFlow,
    private readonly pages: Pages,
    private readonly refusal: SignInRefusal,
  ) {}

  /** Ends our session first: whatever becomes of the other one, this one is over. */
  @Post('sign-out')
  @HttpCode(200)
  @UseGuards(CsrfGuard)
  async signOut(@CurrentVisitor() visitor: Visitor): Promise<void> {
    const { tenant, request, response } = visitor;
    const { providerSession } = visitor.session;
    await endSession(request);
    const begun = providerSession && (await this.logout.begin(response, providerSession, portalOf(tenant)));
    if (begun === undefined) response.redirect(303, '/signed-out');
    else await this.goOn(visitor, begun.url);
  }

  @Get('signed-out')
  async signedOut(@CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.pages.send(visitor, (context) => <SignedOutPage context={context} elsewhere="unknown" />);
  }

  /** By redirect. */
  @Get('saml/logout')
  async receive(@CurrentVisitor() visitor: Visitor): Promise<void> {
    const { tenant, request, response } = visitor;
    await this.show(visitor, await this.logout.receive(request, response, portalOf(tenant)));
  }

  /** By a form of the provider's. */
  @Post('saml/logout')
  @HttpCode(200)
  async receiveByPost(@CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.receive(visitor);
  }

  /**
   * The provider is another site, to which no form of ours may lead (our content security policy, which Chrome holds
   * against redirects too): so a page leads there, at once, and by a link where the browser does not.
   */
  private async goOn(visitor: Visitor, url: string): Promise<void> {
    visitor.response.set('Refresh', `0; url=${url}`);
    await this.pages.send(visitor, (context) => <SignedOutPage context={context} elsewhere="next" url={url} />);
  }

  private async show(visitor: Visitor, outcome: LogoutOutcome): Promise<void> {
    if (outcome.kind === 'refused') return this.refusal.sendForLogout(visitor, outcome.reason);
    if (outcome.kind === 'asked' && outcome.answerUrl !== undefined) {
      visitor.response.redirect(303, outcome.answerUrl);
      return;
    }
    const elsewhere = outcome.kind === 'asked' || outcome.isEverywhere ? 'done' : 'unknown';
    await this.pages.send(visitor, (context) => <SignedOutPage context={context} elsewhere={elsewhere} />);
  }
}
