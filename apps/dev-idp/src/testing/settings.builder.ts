import { type z } from 'zod';
import { type Settings, settingsSchema } from '../settings.ts';

export type SettingsInput = z.input<typeof settingsSchema>;
type PersonInput = SettingsInput['people'][number];

export function aPerson(changes: Partial<PersonInput> = {}): PersonInput {
  return {
    key: 'usual',
    username: 'ada',
    givenName: 'Ada',
    surname: 'Osei',
    displayName: 'Ada Osei',
    mail: 'ada.osei@example.edu',
    ...changes,
  };
}

export function someSettings(changes: Partial<SettingsInput> = {}): Settings {
  return settingsSchema.parse({ scope: 'example.edu', serviceProviders: [], people: [aPerson()], ...changes });
}
