import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { HomePage } from '../pages/home.page.tsx';
import { Pages } from '../pages/pages.ts';
import '../session/session-data.ts';

@Controller()
export class HomeController {
  constructor(private readonly pages: Pages) {}

  @Get()
  async home(@Req() request: Request): Promise<void> {
    if (request.session.personId !== undefined) {
      request.res?.redirect(303, '/connection');
      return;
    }
    await this.pages.send(request, (context) => <HomePage context={context} />);
  }
}
