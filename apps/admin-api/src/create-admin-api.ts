import { type Configs, START_OPTIONS } from '@ligature/runtime';
import { configureWebApp } from '@ligature/web';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AdminApiModule } from './admin-api.module.ts';

const LARGEST_QUESTION = '100kb';

/** The admin API, wired and ready to listen. */
export async function createAdminApi(configs: Configs): Promise<NestExpressApplication> {
  const options = { ...START_OPTIONS, bodyParser: false };
  const app = await NestFactory.create<NestExpressApplication>(AdminApiModule.with(configs), options);
  configureWebApp(app);
  app.useBodyParser('json', { limit: LARGEST_QUESTION });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  return app;
}
