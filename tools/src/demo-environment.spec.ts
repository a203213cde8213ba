import { commandEnvironment, leadingElsewhere } from './demo-environment.ts';

const DEMO = { DATABASE_URL: 'postgres://demo', ORCID_CLIENT_SECRET: 'demo', NODE_ENV: 'development' };

describe('the environment of a command in the demo', () => {
  it('is what its caller sets, and else the demo’s', () => {
    const given = commandEnvironment(DEMO, { ORCID_CLIENT_SECRET: 'mine', LOG_LEVEL: 'debug' });
    expect(given).toEqual({ ...DEMO, ORCID_CLIENT_SECRET: 'mine', LOG_LEVEL: 'debug' });
  });

  it('never leads to another deployment', () => {
    expect(leadingElsewhere(DEMO, { DATABASE_URL: 'postgres://mine', NODE_ENV: 'development' })).toEqual([
      'DATABASE_URL',
    ]);
    expect(leadingElsewhere(DEMO, { ORCID_ENVIRONMENT: 'sandbox', PATH: '/bin' })).toEqual(['ORCID_ENVIRONMENT']);
    expect(leadingElsewhere(DEMO, DEMO)).toEqual([]);
  });
});
