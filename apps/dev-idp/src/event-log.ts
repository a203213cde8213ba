import { type Clock } from './clock.ts';
import { type Binding, type StatusCode } from './saml/vocabulary.ts';
import { type SwitchName } from './sign-on/switch-name.ts';

/** What happened, in identifiers only: no message bodies, no attributes. */
export type Happening =
  | { event: 'sign-on-asked'; serviceProvider: string; requestId: string; binding: Binding }
  | {
      event: 'sign-on-answered';
      serviceProvider: string;
      requestId: string;
      responseId: string;
      status: readonly StatusCode[];
      username: string | undefined;
      switches: readonly SwitchName[];
    }
  | { event: 'logout-asked'; serviceProvider: string; requestId: string; endedSessions: number }
  | { event: 'logout-sent'; serviceProvider: string; requestId: string }
  | { event: 'logout-confirmed'; serviceProvider: string; requestId: string; status: string }
  | { event: 'signed-in'; username: string }
  | { event: 'signed-out'; username: string }
  | { event: 'refused'; reason: string };

const KEPT = 1000;

export class EventLog {
  #events: ({ at: string } & Happening)[] = [];

  constructor(private readonly clock: Clock) {}

  add(happening: Happening): void {
    this.#events = [...this.#events, { at: this.clock().toISOString(), ...happening }].slice(-KEPT);
  }

  get events(): readonly ({ at: string } & Happening)[] {
    return this.#events;
  }

  clear(): void {
    this.#events = [];
  }
}
