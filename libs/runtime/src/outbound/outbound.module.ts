import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Dispatcher, EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { ProxyConfig } from './proxy.config.ts';

/** Leads everything that this process fetches by undici's `fetch` through the configured proxy. */
@Module({})
export class OutboundModule implements OnApplicationShutdown {
  private readonly before: Dispatcher = getGlobalDispatcher();
  private readonly agent: Dispatcher;

  constructor({ settings }: ProxyConfig) {
    this.agent = new EnvHttpProxyAgent(settings);
    setGlobalDispatcher(this.agent);
  }

  async onApplicationShutdown(): Promise<void> {
    setGlobalDispatcher(this.before);
    await this.agent.close();
  }
}
