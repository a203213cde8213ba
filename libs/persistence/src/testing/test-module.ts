import { randomBytes } from 'node:crypto';
import { Clock, type ConfigClass, ConfigModule, readConfigs } from '@ligature/runtime';
import { EntityManager, MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { type ModuleMetadata, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DatabaseModule } from '../database.module.ts';
import { PersistenceConfig } from '../persistence.config.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestModuleOptions extends Pick<ModuleMetadata, 'imports' | 'providers'> {
  readonly configs?: readonly ConfigClass[];
  readonly env?: Readonly<Record<string, string>>;
  /** What time it is; the real clock unless said. */
  readonly clock?: Clock;
  /** A database of the test's own making; without one, an empty one of today's shape. */
  readonly database?: TestDatabase;
}

/** Libraries wired as in the product, over a database of their own. */
export class TestModule {
  private constructor(
    private readonly module: TestingModule,
    private readonly database: TestDatabase,
  ) {}

  static async start({
    imports = [],
    providers = [],
    configs = [],
    env = {},
    clock = new Clock(),
    database: given,
  }: TestModuleOptions = {}): Promise<TestModule> {
    const database = given ?? (await createTestDatabase());
    const values = { NODE_ENV: 'test', DATABASE_URL: database.url, TOKEN_KEYS: aTokenKey(), ...env };
    const config = ConfigModule.with(readConfigs([PersistenceConfig, ...configs], values));
    const module = await Test.createTestingModule({
      imports: [config, DatabaseModule, ...imports],
      providers,
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await module.init().catch(async (error: unknown) => {
      await module.close();
      throw error;
    });
    return new TestModule(module, database);
  }

  get<T>(type: Type<T>): T {
    return this.module.get(type, { strict: false });
  }

  /** Does something as one request or one job would: with an entity manager of its own. */
  request<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.get(MikroORM).em, work);
  }

  /** Stores rows that a test takes for granted. */
  async store(...rows: object[]): Promise<void> {
    await this.request(() => this.get(EntityManager).persist(rows).flush());
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }
}

export function aTokenKey(kid = 'test'): string {
  return `${kid}:${randomBytes(32).toString('base64')}`;
}
