import { createHash, randomUUID } from 'node:crypto';
import type { Institution } from '@ligature/persistence';
import { aTokenKey, createTestDatabase, type TestDatabase } from '@ligature/persistence/testing';
import { readConfigs } from '@ligature/runtime';
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { adminApiConfigs } from '../admin-api.module.ts';
import { createAdminApi } from '../create-admin-api.ts';

const UNUSED = 'http://127.0.0.1:9';

/** The admin API as a process runs it, over a database of its own; what it asks of the database is written down. */
export class AdminApiInTest {
  readonly statements: string[] = [];

  private constructor(
    private readonly app: NestExpressApplication,
    private readonly database: TestDatabase,
  ) {
    const logger = app.get(MikroORM).config.getLogger();
    logger.logQuery = ({ query = '' }) => void this.statements.push(query);
  }

  static async start(): Promise<AdminApiInTest> {
    const database = await createTestDatabase();
    const configs = readConfigs(adminApiConfigs, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_URL: database.url,
      TOKEN_KEYS: aTokenKey(),
      ORCID_ENVIRONMENT: 'local',
      ORCID_SITE_URL: UNUSED,
      ORCID_API_URL: `${UNUSED}/api`,
    });
    const app = await createAdminApi(configs);
    await app.listen(0, '127.0.0.1');
    return new AdminApiInTest(app, database);
  }

  async store(...rows: object[]): Promise<void> {
    await this.app.get(EntityManager).fork().persist(rows).flush();
  }

  /** @returns a key that an institution has given out */
  async key(institution: Institution): Promise<string> {
    const key = `lig_${randomUUID()}`;
    await this.app
      .get(EntityManager)
      .fork()
      .execute(
        `insert into access_key (id, institution_id, name, role, key_hash, created_at, expires_at)
         values (gen_random_uuid(), ?, ?, 'reader', ?, now(), now() + interval '1 hour')`,
        [institution.id, key, createHash('sha256').update(key).digest('hex')],
      );
    return key;
  }

  async ask(key: string, query: string): Promise<unknown> {
    this.statements.splice(0);
    const answer = await request(await this.app.getUrl())
      .post('/graphql')
      .set('Authorization', `Bearer ${key}`)
      .send({ query });
    return answer.body as unknown;
  }

  /** How often a table was read. */
  reads(table: string): number {
    const from = new RegExp(`\\bfrom "?${table}"?(?![\\w"])`);
    return this.statements.filter((sql) => from.test(sql)).length;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
