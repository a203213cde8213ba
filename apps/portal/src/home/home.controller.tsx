import { Controller, Get } from '@nestjs/common';
import { HomePage } from '../pages/home.page.tsx';
import { Pages } from '../pages/pages.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Visitor } from '../visitor/visitor.ts';

@Controller()
export class HomeController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async home(@CurrentVisitor() visitor: Visitor): Promise<void> {
    if ((await visitor.person()) !== undefined) visitor.response.redirect(303, '/connection');
    else await this.pages.send(visitor, (context) => <HomePage context={context} />);
  }
}
