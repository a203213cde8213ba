import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { orcidConfigs } from '@ligature/connections';
import { OrcidClient } from '@ligature/orcid-client';
import { AssertionRepository, RateSlots, WriteLeases } from '@ligature/persistence';
import { TestModule } from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { type EventSubscriber, MikroORM } from '@mikro-orm/postgresql';
import { RecordSyncConfig } from '../../record-sync.config.ts';
import { RecordSyncModule } from '../../record-sync.module.ts';
import { RecordViewModule } from '../../record-view.module.ts';
import { Crash } from './crash.ts';
import { SimulatedOrcid } from './simulated-orcid.ts';

/** The libraries wired as in the product, over a database of their own, an ORCID of the model, and a process that can die. */
export class ModelApp {
  private constructor(
    readonly app: TestModule,
    readonly orcid: SimulatedOrcid,
    readonly clock: StoppedClock,
    readonly crash: Crash,
    /** For files. */
    readonly folder: string,
  ) {}

  static async start(): Promise<ModelApp> {
    const clock = new StoppedClock('2026-03-01T12:00:00Z');
    const crash = new Crash();
    const orcid = await SimulatedOrcid.start(clock, crash);
    const app = await TestModule.start({
      imports: [RecordSyncModule, RecordViewModule],
      configs: [...orcidConfigs, RecordSyncConfig],
      env: { ...orcid.env, ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64') },
      clock,
    });
    const model = new ModelApp(app, orcid, clock, crash, await mkdtemp(path.join(tmpdir(), 'model-')));
    model.takeNoTurns();
    model.countSteps();
    return model;
  }

  sql<T extends object>(query: string, ...values: unknown[]): Promise<T[]> {
    return this.app.get(MikroORM).em.fork().execute<T[]>(query, values);
  }

  /** Does something as one process would, which may die on the way. @returns what it failed with */
  async asProcess(diesAfter: number | undefined, work: () => Promise<unknown>): Promise<unknown> {
    if (diesAfter !== undefined) this.crash.after(diesAfter);
    const failure: unknown = await this.app.request(work).then(
      () => undefined,
      (error: unknown) => error,
    );
    return this.crash.over() ? undefined : failure;
  }

  /** Calls that succeed, so that the few that fail never look like an outage to the circuit breaker. */
  async talkToOrcid(): Promise<void> {
    for (let call = 0; call < 20; call++) await this.app.get(OrcidClient).status.isUp();
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.orcid.stop();
    await rm(this.folder, { recursive: true });
  }

  /** Pace of calls, turns of writers and statistics are tested elsewhere, and take most of the queries. */
  private takeNoTurns(): void {
    this.app.get(AssertionRepository).refreshStatistics = () => Promise.resolve();
    this.app.get(RateSlots).reserve = () => Promise.resolve(0);
    this.app.get(RateSlots).holdBack = () => Promise.resolve();
    this.app.get(WriteLeases).take = () => Promise.resolve(true);
    this.app.get(WriteLeases).release = () => Promise.resolve();
  }

  private countSteps(): void {
    const { crash } = this;
    const orm = this.app.get(MikroORM);
    orm.config.set('onQuery', (sql: string) => {
      crash.step();
      return sql;
    });
    const atCommits: EventSubscriber = {
      beforeTransactionCommit: () => Promise.resolve(crash.step()),
      afterTransactionCommit: () => Promise.resolve(crash.step()),
    };
    orm.em.getEventManager().registerSubscriber(atCommits);
  }
}
