import { ServiceProvider } from '@ligature/saml-auth';
import { Controller, Get, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { languageOf } from '../language/language.ts';
import { DiscoveryPage } from '../pages/discovery.page.tsx';
import { Pages } from '../pages/pages.ts';
import { Discovery } from './discovery.ts';
import { RememberedProvider } from './remembered-provider.ts';

const LONGEST_SEARCH = 100;

/** Where people of many organisations choose theirs; the choice is remembered in their browser and nowhere else. */
@Controller('institutions')
export class DiscoveryController {
  private readonly remembered: RememberedProvider;

  constructor(
    private readonly discovery: Discovery,
    private readonly institution: CurrentInstitution,
    private readonly pages: Pages,
    { portalUrl }: ServiceProvider,
  ) {
    this.remembered = new RememberedProvider(portalUrl);
  }

  @Get()
  async choose(@Req() request: Request, @Query('q') asked: unknown, @Query('after') after: unknown): Promise<void> {
    const { id } = await this.institution.get();
    const [text, language] = [(given(asked) ?? '').slice(0, LONGEST_SEARCH), languageOf(request)];
    const found = await this.discovery.search(id, { text, language, after: given(after) });
    const entityId = this.remembered.read(request);
    const last = entityId === undefined ? undefined : await this.discovery.named(id, entityId, language);
    await this.pages.send(request, (context) => (
      <DiscoveryPage context={context} text={text} found={found} {...(last !== undefined && { last })} />
    ));
  }

  /** Remembers a choice that may be made here, and goes on to sign in. */
  @Get('choice')
  async remember(
    @Req() request: Request,
    @Res() response: Response,
    @Query('provider') chosen: unknown,
  ): Promise<void> {
    const entityId = given(chosen) ?? '';
    const known = await this.discovery.named((await this.institution.get()).id, entityId, languageOf(request));
    if (known !== undefined) this.remembered.keep(response, entityId);
    response.redirect(303, known === undefined ? '/institutions' : `/sign-in?provider=${encodeURIComponent(entityId)}`);
  }

  @Post('forget')
  @Redirect('/institutions', 303)
  forget(@Res({ passthrough: true }) response: Response): void {
    this.remembered.forget(response);
  }
}

function given(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
