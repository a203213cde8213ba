import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Clock } from './clock.ts';
import { EventLog } from './event-log.ts';
import { type KeyRing } from './keys/key-ring.ts';
import { ServiceProviders } from './service-providers/service-providers.ts';
import { Sessions } from './sessions/sessions.ts';
import { type Settings } from './settings.ts';
import { Site } from './site.ts';
import { Switchboard } from './switchboard.ts';
import { buildServer } from './web/server.ts';

export interface DevIdpOptions {
  readonly settings: Settings;
  readonly keys: KeyRing;
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
}

export interface RunningDevIdp {
  readonly site: Site;
  readonly port: number;
  close(): Promise<void>;
}

/** Listens first: with port 0 the addresses that everything is made of are known only then. */
export async function startDevIdp({ settings, keys, host, port, clock }: DevIdpOptions): Promise<RunningDevIdp> {
  const server = createServer();
  const boundPort = await listeningPort(server, port, host);
  const site = new Site(settings, boundPort);
  const app = await buildServer({
    settings,
    site,
    keys,
    clock,
    serviceProviders: new ServiceProviders(settings.serviceProviders),
    sessions: new Sessions(clock),
    switchboard: new Switchboard(),
    log: new EventLog(clock),
  });
  server.on('request', (request, response) => {
    app.routing(request, response);
  });
  return { site, port: boundPort, close: () => Promise.all([closed(server), app.close()]).then(() => undefined) };
}

async function listeningPort(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Browsers keep connections open; waiting for them would make every stop slow. */
async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}
