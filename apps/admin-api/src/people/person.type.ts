import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../paging/page-info.type.ts';
import { ConsentState } from './consent.enum.ts';

@ObjectType('Person', { description: 'A person the institution knows, whether or not they ever signed in.' })
export class PersonType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name as the institution gives it; null while nobody has said one.',
  })
  displayName!: string | null;

  @Field(() => String, { nullable: true })
  mail!: string | null;

  @Field(() => [String], { description: 'The path of units the person belongs to, the widest first.' })
  department!: string[];

  @Field(() => [String], { description: 'What the person is to the institution, in its own words.' })
  categories!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'ORCID iD that the institution has on file, as its identity provider said at the last sign-in. Only a hint: nobody has proved that it is theirs. The authenticated iD is the connection’s.',
  })
  orcidHint!: string | null;

  @Field(() => ConsentState)
  consent!: ConsentState;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Last sign-in; null when there was none.' })
  signedInAt!: Date | null;
}

@ObjectType({ description: 'Some people, oldest first.' })
export class PersonPageType {
  @Field(() => [PersonType])
  items!: PersonType[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
