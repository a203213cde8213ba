import { OrcidSite } from '@ligature/connections';
import { type Configs, START_OPTIONS } from '@ligature/runtime';
import { configureWebApp } from '@ligature/web';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PortalModule } from './portal.module.ts';
import { Visitors } from './visitor/visitors.ts';

/** The portal, wired and ready to listen. */
export async function createPortal(configs: Configs): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.with(configs), {
    ...START_OPTIONS,
    bodyParser: false,
  });
  const visitors = app.get(Visitors);
  configureWebApp(app, {
    // Our one form that leads elsewhere leads to ORCID.
    formTargets: [new URL(app.get(OrcidSite).origin).origin],
    beforeBody: (request, response, next) => visitors.receive(request, response, next),
  });
  return app;
}
