import { ConfigModule, readConfigs } from '@ligature/runtime';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SectionCalls } from '../calls/section-calls.ts';
import { TokenCalls } from '../calls/token-calls.ts';
import { OrcidClient } from '../orcid-client.ts';
import { RateBudget } from '../pacing/rate-budget.ts';
import { OrcidDouble } from '../testing/index.ts';
import { OrcidClientConfig } from './orcid-client.config.ts';
import { OrcidClientModule } from './orcid-client.module.ts';

class WatchedBudget extends RateBudget {
  readonly reserved: [string, number][] = [];

  override reserve(bucket: string, intervalMs: number): Promise<number> {
    this.reserved.push([bucket, intervalMs]);
    return Promise.resolve(0);
  }

  override holdBack(): Promise<void> {
    return Promise.resolve();
  }
}

const budget = new WatchedBudget();

@Global()
@Module({ providers: [{ provide: RateBudget, useValue: budget }], exports: [RateBudget] })
class BudgetModule {}

describe('the module', () => {
  let orcid: OrcidDouble;

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
  });

  afterAll(() => orcid.stop());

  const start = (...imports: (typeof BudgetModule)[]) => {
    const env = { ...orcid.env, ORCID_REQUESTS_PER_SECOND: '20' };
    const config = ConfigModule.with(readConfigs([OrcidClientConfig], env));
    return Test.createTestingModule({ imports: [config, OrcidClientModule, ...imports] }).compile();
  };
  const up = { status: 200, body: { overallOk: true } };

  it('makes one client, whole and in parts', async () => {
    const module = await start();
    const client = module.get(OrcidClient);
    expect(module.get(SectionCalls)).toBe(client.items);
    expect(module.get(TokenCalls)).toBe(client.tokens);
    orcid.willAnswer(up);
    expect(await client.status.isUp()).toBe(true);
    expect(budget.reserved).toEqual([]);
    await module.close();
  });

  it('uses the budget that is provided to all, at the rate of the configuration', async () => {
    const module = await start(BudgetModule);
    orcid.willAnswer(up);
    expect(await module.get(OrcidClient).status.isUp()).toBe(true);
    expect(budget.reserved).toEqual([[orcid.addresses.api, 50]]);
    await module.close();
  });

  it('closes its connections with the application', async () => {
    const module = await start();
    await module.close();
    expect(await module.get(OrcidClient).status.isUp()).toBe(false);
  });
});
