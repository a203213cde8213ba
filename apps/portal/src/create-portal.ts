import { OrcidSite } from '@ligature/connections';
import { SessionRecords } from '@ligature/persistence';
import type { Configs } from '@ligature/runtime';
import { configureWebApp, PublicUrlConfig, SessionConfig, sessions } from '@ligature/web';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PortalModule } from './portal.module.ts';

/** The portal, wired and ready to listen. */
export async function createPortal(configs: Configs): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.with(configs), {
    bufferLogs: true,
    bodyParser: false,
  });
  // Our one form that leads elsewhere leads to ORCID.
  const address = configs.get(PublicUrlConfig);
  configureWebApp(app, { isSecure: address.isSecure, formTargets: [new URL(app.get(OrcidSite).origin).origin] });
  app.use(
    sessions({ records: app.get(SessionRecords), secrets: configs.get(SessionConfig).secrets, publicUrl: address.url }),
  );
  return app;
}
