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
    REVOKED: { description: 'Taken back at ORCID.' },
    DISCONNECTED: { description: 'Let go in the portal.' },
    DEACTIVATED: {
      description: 'The ORCID record was deactivated; after it comes back the person must connect again.',
    },
    REPLACED: { description: 'Connected again under another ORCID client of the institution.' },
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

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => ConnectionEndState, { nullable: true })
  endedBy!: ConnectionEndState | null;
}
