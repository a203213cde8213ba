import { registerEnumType } from '@nestjs/graphql';

/** How a source of metadata stands. */
export enum SourceStateType {
  CURRENT = 'current',
  OVERDUE = 'overdue',
  FAILING = 'failing',
  EXPIRING = 'expiring',
  UNREAD = 'unread',
}

registerEnumType(SourceStateType, {
  name: 'MetadataSourceState',
  description: 'How a source of metadata stands.',
  valuesMap: {
    CURRENT: { description: 'Read within the last two days.' },
    OVERDUE: { description: 'Not read for two days: the scheduler does not run.' },
    FAILING: { description: 'The last reading failed; the last good copy counts.' },
    EXPIRING: { description: 'Providers of it are valid for less than two days more, or no longer valid.' },
    UNREAD: { description: 'To be read for the first time, or anew.' },
  },
});
