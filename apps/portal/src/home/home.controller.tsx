import { InstitutionRepository } from '@ligature/persistence';
import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { HomePage } from '../pages/home.page.tsx';
import { Pages } from '../pages/pages.ts';
import '../session/session-data.ts';

@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly institution: CurrentInstitution,
    private readonly institutions: InstitutionRepository,
  ) {}

  @Get()
  async home(@Req() request: Request): Promise<void> {
    if (request.session.researcherId !== undefined) {
      request.res?.redirect(303, '/connection');
      return;
    }
    const providers = await this.institutions.identityProviders((await this.institution.get()).id);
    await this.pages.send(request, (context) => <HomePage context={context} providers={providers} />);
  }
}
