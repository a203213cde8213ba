import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, aTokenKey, type TestDatabase } from '@ligature/persistence/testing';
import { readConfigs } from '@ligature/runtime';
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createPortal } from '../create-portal.ts';
import { portalConfigs } from '../portal.module.ts';

const SECRET = 'a secret of more than thirty-two letters';

/** The portal as a process runs it, over a database of its own; what it asks of the database is written down. */
export class PortalInTest {
  readonly statements: string[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    private readonly database: TestDatabase,
  ) {
    const logger = app.get(MikroORM).config.getLogger();
    logger.logQuery = ({ query = '' }) => void this.statements.push(query);
  }

  static async start(env: Readonly<Record<string, string>>): Promise<PortalInTest> {
    const database = await createTestDatabase();
    const configs = readConfigs(portalConfigs, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: '0',
      DATABASE_URL: database.url,
      TOKEN_KEYS: aTokenKey(),
      SESSION_SECRETS: SECRET,
      ORCID_ENVIRONMENT: 'local',
      ...env,
    });
    const app = await createPortal(configs);
    await app.listen(0, '127.0.0.1');
    return new PortalInTest(app, database);
  }

  async store(...rows: object[]): Promise<void> {
    await this.app.get(EntityManager).fork().persist(rows).flush();
  }

  async execute(sql: string, values: unknown[] = []): Promise<void> {
    await this.app.get(EntityManager).fork().execute(sql, values);
  }

  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.get(EntityManager).fork().execute<Row[]>(sql, values);
  }

  /** @param host as the Host header has it */
  async get(path: string, host: string, headers: Readonly<Record<string, string>> = {}): Promise<request.Response> {
    this.statements.splice(0);
    return request(this.url)
      .get(path)
      .set({ ...headers, Host: host });
  }

  async head(path: string, host: string, headers: Readonly<Record<string, string>> = {}): Promise<request.Response> {
    return request(this.url)
      .head(path)
      .set({ ...headers, Host: host });
  }

  async post(path: string, host: string, body: object, headers: Readonly<Record<string, string>> = {}) {
    this.statements.splice(0);
    return request(this.url)
      .post(path)
      .type('form')
      .set({ ...headers, Host: host })
      .send(body);
  }

  /** A session that somebody has here. @returns the cookie */
  async session(institutionId: string, content: object): Promise<Readonly<Record<'Cookie', string>>> {
    const id = randomUUID();
    const data = { cookie: { path: '/' }, begunAt: Date.now(), institutionId, ...content };
    await this.execute(
      `insert into session_record (id_hash, data, expires_at) values (?, ?::jsonb, now() + interval '1 hour')`,
      [createHash('sha256').update(id).digest('hex'), JSON.stringify(data)],
    );
    const signature = createHmac('sha256', SECRET).update(id).digest('base64').replace(/=+$/, '');
    return { Cookie: `ligature-session=${encodeURIComponent(`s:${id}.${signature}`)}` };
  }

  /** How often a table was read; not counted is what locks its row to change it. */
  reads(table: string): number {
    const from = new RegExp(`\\bfrom "?${table}"?(?![\\w"])`);
    return this.statements.filter((sql) => /^\s*select/i.test(sql) && from.test(sql) && !/for update/i.test(sql))
      .length;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  private get url(): string {
    return `http://127.0.0.1:${(this.app.getHttpServer() as { address(): AddressInfo }).address().port}`;
  }
}
