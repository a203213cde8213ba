import { Controller, Get, Post, Query, Redirect } from '@nestjs/common';
import { DiscoveryPage } from '../pages/discovery.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { Discovery } from './discovery.ts';
import { RememberedProvider } from './remembered-provider.ts';

const LONGEST_SEARCH = 100;

/** Where people of many organisations choose theirs; the choice is remembered in their browser and nowhere else. */
@Controller('institutions')
export class DiscoveryController {
  constructor(
    private readonly discovery: Discovery,
    private readonly pages: Pages,
  ) {}

  @Get()
  async choose(
    @CurrentVisitor() visitor: Visitor,
    @Query('q') asked: unknown,
    @Query('after') after: unknown,
  ): Promise<void> {
    const { language, tenant } = visitor;
    const { id } = tenant;
    const text = (given(asked) ?? '').slice(0, LONGEST_SEARCH);
    const found = await this.discovery.search(id, { text, language, after: given(after) });
    const entityId = new RememberedProvider(visitor).read();
    const last = entityId === undefined ? undefined : await this.discovery.named(id, entityId, language);
    await this.pages.send(visitor, (context) => (
      <DiscoveryPage context={context} text={text} found={found} {...(last !== undefined && { last })} />
    ));
  }

  /** Remembers a choice that may be made here, and goes on to sign in. */
  @Get('choice')
  async remember(@CurrentVisitor() visitor: Visitor, @Query('provider') chosen: unknown): Promise<void> {
    const entityId = given(chosen) ?? '';
    const known = await this.discovery.named(visitor.tenant.id, entityId, visitor.language);
    if (known !== undefined) new RememberedProvider(visitor).keep(entityId);
    visitor.response.redirect(
      303,
      known === undefined ? '/institutions' : `/sign-in?provider=${encodeURIComponent(entityId)}`,
    );
  }

  @Post('forget')
  @Redirect('/institutions', 303)
  forget(@CurrentVisitor() visitor: Visitor): void {
    new RememberedProvider(visitor).forget();
  }
}

function given(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
