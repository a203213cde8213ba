import type { RecordState } from '@ligature/persistence';
import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ConnectionEndState {
  REVOKED = 'revoked',
  DISCONNECTED = 'disconnected',
  DEACTIVATED = 'deactivated',
  REPLACED = 'replaced',
}

registerEnumType(ConnectionEndState, {
  name: 'ConnectionEnd',
  description: 'How a connection ended.',
  valuesMap: {
    REVOKED: { description: 'ORCID no longer accepts the permission; usually it was taken back there.' },
    DISCONNECTED: { description: 'Let go in the portal.' },
    DEACTIVATED: {
      description: 'The ORCID record was deactivated; after it comes back the person must connect again.',
    },
    REPLACED: { description: 'Connected again under another ORCID client of the institution.' },
  },
});

/** The names of the states are what is stored. */
const RecordStateType = {
  OPEN: 'open',
  LOCKED: 'locked',
  DEACTIVATED: 'deactivated',
  MERGED: 'merged',
} as const satisfies Readonly<Record<string, RecordState>>;

registerEnumType(RecordStateType, {
  name: 'RecordState',
  description: 'Whether a record can be written to.',
  valuesMap: {
    OPEN: { description: 'It can.' },
    LOCKED: { description: 'Locked by ORCID; asked about every day, and written to again when it is open.' },
    DEACTIVATED: { description: 'By its owner.' },
    MERGED: { description: 'Into another, which its owner is asked to connect.' },
  },
});

@ObjectType('OrcidConnection', { description: 'A person’s iD and the permission that came with it.' })
export class ConnectionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The authenticated iD, 16 digits with hyphens.' })
  orcid!: string;

  @Field(() => String, { description: 'The iD as it is shown and exchanged: the address of the record.' })
  orcidUri!: string;

  @Field(() => String, { nullable: true, description: 'Name as ORCID shows it; null when it is private there.' })
  name!: string | null;

  @Field(() => [String], { description: 'What the person permitted.' })
  scopes!: string[];

  @Field(() => GraphQLISODateTime)
  connectedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Last time ORCID accepted the permission.' })
  checkedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Since when ORCID refuses the permission, while it is not sure that it has ended; nothing is written until then.',
  })
  doubtedSince!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether the key that sealed the permission’s token is lost: nothing is written, and the person must connect again.',
  })
  isKeyLost!: boolean;

  @Field(() => RecordStateType, { description: 'How the record stands, as far as ORCID last said.' })
  recordState!: RecordState;

  @Field(() => String, { nullable: true, description: 'The iD that ORCID merged this one into.' })
  mergedInto!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => ConnectionEndState, { nullable: true })
  endedBy!: ConnectionEndState | null;
}
