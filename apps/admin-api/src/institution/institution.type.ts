import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Institution', { description: 'The institution whose key is asking.' })
export class InstitutionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Address of the institution in the Research Organization Registry.' })
  rorId!: string;

  @Field(() => String, { description: 'IANA name; dates of employment are days in this zone.' })
  timeZone!: string;

  @Field(() => String, { description: 'Which ORCID it writes to: production, sandbox or local.' })
  orcidEnvironment!: string;
}
