import { type Person } from './settings.ts';
import { type SwitchName } from './sign-on/switch-name.ts';

/** Switches as set from outside; `person` is a key or a username, and without one the setting is for everybody. */
export interface Setting {
  readonly person?: string | undefined;
  readonly switch: readonly SwitchName[];
}

/** Decides which switches an answer gets: those for the next answer, else the standing ones, else the person's own. */
export class Switchboard {
  #next: Setting[] = [];
  #always: Setting[] = [];

  setNext(setting: Setting): void {
    this.#next.push(setting);
  }

  /** The last word on a person, or on everybody, replaces the one before. */
  setAlways(setting: Setting): void {
    this.#always = [setting, ...this.#always.filter(({ person }) => person !== setting.person)];
  }

  clear(): void {
    this.#next = [];
    this.#always = [];
  }

  take(person: Person): readonly SwitchName[] {
    const next = this.#next.find((setting) => isFor(setting, person));
    this.#next = this.#next.filter((setting) => setting !== next);
    return (next ?? this.#standing(person))?.switch ?? person.switch;
  }

  #standing(person: Person): Setting | undefined {
    const matching = this.#always.filter((setting) => isFor(setting, person));
    return matching.find((setting) => setting.person !== undefined) ?? matching[0];
  }
}

function isFor(setting: Setting, { key, username }: Person): boolean {
  return setting.person === undefined || setting.person === key || setting.person === username;
}
