import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceStateType } from './source-state.enum.ts';

@ObjectType('MetadataSource', { description: 'Where identity providers are described, and how the last reading went.' })
export class MetadataSourceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'One provider by file or url, a federation, or a query service (mdq).' })
  kind!: string;

  @Field(() => String, { description: 'Address, or path of a file.' })
  location!: string;

  @Field(() => Int, { description: 'Identity providers of it that can be used.' })
  providers!: number;

  @Field(() => Int, { description: 'Identity providers of it that cannot be used.' })
  unusable!: number;

  @Field(() => SourceStateType)
  state!: SourceStateType;

  @Field(() => Int, {
    description: 'Identity providers of it that are valid for less than two days more, or no longer.',
  })
  expiring!: number;

  @Field(() => Date, { nullable: true, description: 'When the copy we hold was last known to be the newest.' })
  readAt!: Date | null;

  @Field(() => Date, { nullable: true })
  triedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last reading failed; the last good copy is used until it runs out.',
  })
  failure!: string | null;
}
