import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('RefusedRow', { description: 'A row of an HR export that was not taken.' })
export class RefusedRowType {
  @Field(() => Int, { description: 'Line of a text, row of a sheet, or object of a JSON array, as the file has them.' })
  line!: number;

  @Field(() => String, { nullable: true })
  staffId!: string | null;

  @Field(() => [String])
  reasons!: readonly string[];
}

@ObjectType('FeedImport', { description: 'The report of one import of an HR export.' })
export class FeedImportType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name of the feed the file belongs to.' })
  feed!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => GraphQLISODateTime)
  importedAt!: Date;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that were not taken; what was known of them stays as it was.' })
  refused!: number;

  @Field(() => Int, { description: 'Known jobs that the export no longer lists.' })
  absent!: number;

  @Field(() => [String], { description: 'Why nothing of the file was taken; empty when it was.' })
  faults!: readonly string[];

  @Field(() => [RefusedRowType], { description: 'The refused rows, a thousand at most.' })
  refusedRows!: readonly RefusedRowType[];
}
