import express from 'express';
import request from 'supertest';
import { languageOf, rememberLanguage } from './language.ts';

describe('the language of a page', () => {
  const address = { isSecure: false };
  const app = express().get('/', (asked, answer) => {
    rememberLanguage(asked, address);
    answer.send(languageOf(asked, address));
  });

  it.each([
    ['en', undefined],
    ['de', 'de-AT,de;q=0.9,en;q=0.8'],
    ['fr', 'fr-CA'],
    ['es', 'it, es;q=0.5, en;q=0.3'],
    ['en', 'zh-CN'],
    ['en', '*'],
    ['en', 'constructor'],
  ])('is %s for a browser that wants %s', async (language, wanted) => {
    await request(app)
      .get('/')
      .set(wanted === undefined ? {} : { 'Accept-Language': wanted })
      .expect(200, language);
  });

  it('is the one that was chosen, now and later, whatever the browser wants', async () => {
    const visitor = request.agent(app);
    await visitor.get('/?lang=de').set('Accept-Language', 'fr').expect(200, 'de');
    await visitor.get('/').set('Accept-Language', 'fr').expect(200, 'de');
  });

  it.each(['xx', '__proto__', 'de,fr', ''])('is not %s, which there is none of', async (chosen) => {
    const answer = await request(app).get('/').query({ lang: chosen }).set('Accept-Language', 'fr').expect(200, 'fr');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});
