import { ConfigModule, LoggingConfig, LoggingModule, readConfigs } from '@ligature/runtime';
import { Body, Controller, Get, Injectable, Module, Post, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import request from 'supertest';
import { CsrfGuard, csrfToken } from './csrf/csrf.guard.ts';
import { HealthModule } from './health/health.module.ts';
import { Readiness } from './health/readiness.ts';
import type { SessionRecords } from './sessions/session-store.ts';
import { PublicAddress } from './public-address.ts';
import { sessions } from './sessions/sessions.ts';
import { requestedOrigins } from './requested-origins.ts';
import { configureWebApp } from './web-app.ts';
import { WebConfig } from './web.config.ts';

let isReady = true;
let worries: string[] = [];

@Injectable()
class Switch extends Readiness {
  check(): Promise<void> {
    return isReady ? Promise.resolve() : Promise.reject(new Error('The database is gone.'));
  }

  override concerns(): Promise<readonly string[]> {
    return Promise.resolve(worries);
  }
}

@Controller()
@UseGuards(CsrfGuard)
class FormController {
  @Get('nothing')
  nothing(): string {
    return 'nothing is kept';
  }

  @Get('form')
  form(@Req() request: Request): string {
    return csrfToken(request);
  }

  @Get('origins')
  origins(@Req() request: Request): readonly string[] {
    return requestedOrigins(request);
  }

  @Post('form')
  take(@Body() body: { readonly word?: string }): string {
    return body.word ?? '';
  }
}

/** Sessions in memory, seen from outside. */
class Records implements SessionRecords {
  readonly kept = new Map<string, object>();
  load = (id: string) => Promise.resolve(this.kept.get(id));
  save = (id: string, data: object) => Promise.resolve(void this.kept.set(id, structuredClone(data)));
  prolong = () => Promise.resolve();
  destroy = (id: string) => Promise.resolve(void this.kept.delete(id));
}

async function aWebApp(
  publicUrl: string,
  records = new Records(),
  institutionId = 'example',
  trustedProxies = '127.0.0.1',
): Promise<NestExpressApplication> {
  const configs = readConfigs([WebConfig, LoggingConfig], {
    PORT: '0',
    LOG_LEVEL: 'silent',
    TRUSTED_PROXIES: trustedProxies,
  });
  @Module({
    imports: [ConfigModule.with(configs), LoggingModule.named('test'), HealthModule.for(Switch)],
    controllers: [FormController],
  })
  class TestApp {}
  const app = await NestFactory.create<NestExpressApplication>(TestApp, { bufferLogs: true, bodyParser: false });
  const secrets = ['a secret of more than thirty-two letters'];
  configureWebApp(app, {
    formTargets: ['https://orcid.org'],
    beforeBody: sessions({ records, secrets, institutionId, address: new PublicAddress(new URL(publicUrl)) }),
  });
  await app.init();
  return app;
}

const cookieOf = (response: request.Response): string => [response.headers['set-cookie']].flat().join('; ');

describe('a web app', () => {
  const records = new Records();
  let app: NestExpressApplication;
  let secure: NestExpressApplication;
  let other: NestExpressApplication;
  let untrusting: NestExpressApplication;

  beforeAll(async () => {
    app = await aWebApp('http://localhost', records);
    secure = await aWebApp('https://orcid.example.edu');
    other = await aWebApp('http://localhost', records, 'other');
    untrusting = await aWebApp('http://localhost', records, 'example', '10.0.0.0/8');
  });

  afterAll(() => Promise.all([app, secure, other, untrusting].map((one) => one.close())));

  it('begins a session only when something is kept in it', async () => {
    expect(cookieOf(await request(app.getHttpServer()).get('/nothing'))).toBe('');
    expect(cookieOf(await request(app.getHttpServer()).get('/form'))).toMatch(
      /^ligature-session=.*HttpOnly; SameSite=Lax/,
    );
  });

  it('binds its cookie to https and to this host where a trusted proxy says that https was used', async () => {
    const answer = await request(secure.getHttpServer()).get('/form').set('X-Forwarded-Proto', 'https');
    expect(cookieOf(answer)).toMatch(/^__Host-ligature-session=.*Path=\/; HttpOnly; Secure/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000');
    expect(cookieOf(await request(secure.getHttpServer()).get('/form'))).toBe('');
  });

  it('takes a form only with the token that it gave to the same session', async () => {
    const visitor = request.agent(app.getHttpServer());
    const { text: token } = await visitor.get('/form');
    const [, stranger] = [await request(app.getHttpServer()).get('/form'), request.agent(app.getHttpServer())];
    await visitor.post('/form').type('form').send({ _csrf: token, word: 'hello' }).expect(201, 'hello');
    await visitor.post('/form').type('form').send({ word: 'hello' }).expect(403);
    await stranger.post('/form').type('form').send({ _csrf: token, word: 'hello' }).expect(403);
  });

  it('knows no session of another institution, though the cookie is right', async () => {
    const visitor = request.agent(app.getHttpServer());
    const begun = await visitor.get('/form');
    const [cookie = ''] = cookieOf(begun).split(';');
    const post = (to: NestExpressApplication) =>
      request(to.getHttpServer()).post('/form').type('form').set('Cookie', cookie).send({ _csrf: begun.text });
    await post(other).expect(403);
    await post(app).expect(201);
    expect([...records.kept.values()]).toContainEqual(expect.objectContaining({ institutionId: 'example' }));
  });

  it('takes the word of a trusted proxy for the host that was asked for, and of nobody else', async () => {
    const ask = (to: NestExpressApplication) =>
      request(to.getHttpServer()).get('/origins').set({ Host: 'portal:3000', 'X-Forwarded-Host': 'Example.edu' });
    expect((await ask(app)).body).toEqual(['https://example.edu', 'http://example.edu']);
    expect((await ask(untrusting)).body).toEqual(['https://portal:3000', 'http://portal:3000']);
  });

  it('ends a session twelve hours after it began, however busy it is', async () => {
    const visitor = request.agent(app.getHttpServer());
    const { text: token } = await visitor.get('/form');
    for (const session of records.kept.values()) Object.assign(session, { begunAt: Date.now() - 12.1 * 3_600_000 });
    await visitor.post('/form').type('form').send({ _csrf: token }).expect(403);
  });

  it('takes no form of more than 512 kB or a hundred fields', async () => {
    const post = (body: string) => request(app.getHttpServer()).post('/form').type('form').send(body);
    await post(`word=${'x'.repeat(600_000)}`).expect(413);
    await post(Array.from({ length: 101 }, (_, at) => `field${at}=1`).join('&')).expect(413);
  });

  it('allows nothing inline, nothing from elsewhere, no framing, and forms to itself and ORCID only', async () => {
    const { headers } = await request(app.getHttpServer()).get('/nothing');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';script-src 'self';img-src 'self';connect-src 'self';form-action 'self' https://orcid.org;base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('is alive while it runs, and ready only while it can do its work', async () => {
    const health = request(app.getHttpServer());
    await health.get('/health/live').expect(200, { status: 'ok' });
    await health.get('/health/ready').expect(200);
    worries = ['something: 1 failing'];
    const worried = await health.get('/health/ready').expect(200);
    expect(worried.body).toMatchObject({ status: 'ok', info: { service: { status: 'up', concerns: worries } } });
    worries = [];
    isReady = false;
    const refused = await health.get('/health/ready').expect(503);
    expect(JSON.stringify(refused.body)).not.toContain('The database is gone');
    await health.get('/health/live').expect(200);
    isReady = true;
  });
});
