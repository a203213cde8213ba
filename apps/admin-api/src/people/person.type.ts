import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../paging/page-info.type.ts';
import { ConsentState } from './consent.enum.ts';

@ObjectType('Person', { description: 'A person of the institution who has signed in at least once.' })
export class PersonType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name as the institution gives it.' })
  displayName!: string;

  @Field(() => String, { nullable: true })
  mail!: string | null;

  @Field(() => String, { nullable: true, description: 'As the HR export writes it, leading zeros kept.' })
  staffId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ORCID iD that the institution has on file, as its identity provider said at the last sign-in. Only a hint: nobody has proved that it is theirs. The authenticated iD is the connection’s.',
  })
  orcidHint!: string | null;

  @Field(() => ConsentState)
  consent!: ConsentState;

  @Field(() => GraphQLISODateTime, { description: 'Last sign-in.' })
  signedInAt!: Date;
}

@ObjectType({ description: 'Some researchers, oldest first.' })
export class PersonPageType {
  @Field(() => [PersonType])
  items!: PersonType[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
