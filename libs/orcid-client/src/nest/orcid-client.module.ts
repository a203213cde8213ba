import { Clock, ProxyConfig } from '@ligature/runtime';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { ClientNotes } from '../client-notes.ts';
import { RecordStateCalls } from '../calls/record-state-calls.ts';
import { SectionCalls } from '../calls/section-calls.ts';
import { TokenCalls } from '../calls/token-calls.ts';
import { OrcidClient } from '../orcid-client.ts';
import { RateBudget } from '../pacing/rate-budget.ts';
import { RecordLeases } from '../pacing/record-leases.ts';
import { OrcidClientConfig } from './orcid-client.config.ts';

/** ORCID's client in a NestJS application. A `RateBudget`, `RecordLeases` and `ClientNotes` provided globally are used; else each process has its own, or none. */
@Module({
  providers: [
    Clock,
    {
      provide: OrcidClient,
      inject: [
        OrcidClientConfig,
        Clock,
        { token: ProxyConfig, optional: true },
        { token: RateBudget, optional: true },
        { token: RecordLeases, optional: true },
        { token: ClientNotes, optional: true },
      ],
      useFactory: (
        config: OrcidClientConfig,
        clock: Clock,
        proxy?: ProxyConfig,
        budget?: RateBudget,
        leases?: RecordLeases,
        notes?: ClientNotes,
      ) =>
        new OrcidClient({ ...config.options, now: () => clock.now(), proxy: proxy?.settings, budget, leases, notes }),
    },
    { provide: RecordStateCalls, inject: [OrcidClient], useFactory: (client: OrcidClient) => client.recordStates },
    { provide: SectionCalls, inject: [OrcidClient], useFactory: (client: OrcidClient) => client.items },
    { provide: TokenCalls, inject: [OrcidClient], useFactory: (client: OrcidClient) => client.tokens },
  ],
  exports: [OrcidClient, RecordStateCalls, SectionCalls, TokenCalls],
})
export class OrcidClientModule implements OnApplicationShutdown {
  constructor(private readonly client: OrcidClient) {}

  onApplicationShutdown(): Promise<void> {
    return this.client.close();
  }
}
