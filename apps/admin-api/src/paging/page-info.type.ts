import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give this as "after" to get the next page.' })
  endCursor!: string | null;
}
