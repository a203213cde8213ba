import { type DynamicModule, Module } from '@nestjs/common';
import type { Configs } from './configs.ts';

/** Makes every configuration that was read at start injectable by its class, everywhere. */
@Module({})
export class ConfigModule {
  static with(configs: Configs): DynamicModule {
    const providers = configs.entries().map(([config, value]) => ({ provide: config, useValue: value }));
    return { module: ConfigModule, global: true, providers, exports: providers };
  }
}
