import { type Clock } from './clock.ts';
import { type EventLog } from './event-log.ts';
import { type KeyRing } from './keys/key-ring.ts';
import { type ServiceProviders } from './service-providers/service-providers.ts';
import { type Sessions } from './sessions/sessions.ts';
import { type Settings } from './settings.ts';
import { type Site } from './site.ts';
import { type Switchboard } from './switchboard.ts';

/** What one running provider is made of; each topic takes the parts it needs. */
export interface DevIdp {
  readonly settings: Settings;
  readonly site: Site;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly serviceProviders: ServiceProviders;
  readonly sessions: Sessions;
  readonly switchboard: Switchboard;
  readonly log: EventLog;
}
