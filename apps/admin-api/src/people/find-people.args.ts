import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ConsentState } from './consent.enum.ts';

@ArgsType()
export class FindPeopleArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most: 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: '"endCursor" of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;

  @Field(() => ConsentState, { nullable: true, description: 'Only people whose permission stands so.' })
  @IsOptional()
  consent?: ConsentState | null;
}
