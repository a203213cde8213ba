import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum RecordItemState {
  WANTED = 'wanted',
  PRESENT = 'present',
  MISSING = 'missing',
  NOT_OURS = 'notOurs',
  REMOVED_BY_OWNER = 'removedByOwner',
  WITHDRAWN = 'withdrawn',
}

registerEnumType(RecordItemState, {
  name: 'RecordItemState',
  description: 'Where an item stands between what the institution asserts and the record.',
  valuesMap: {
    WANTED: { description: 'Wanted, and not on the record yet.' },
    PRESENT: { description: 'On the record, under its put-code.' },
    MISSING: { description: 'ORCID’s list did not have it; it is looked at again before anything is concluded.' },
    NOT_OURS: { description: 'On the record, but the ORCID client that wrote it has no usable token.' },
    REMOVED_BY_OWNER: { description: 'The owner removed it; it is not written again.' },
    WITHDRAWN: { description: 'The institution took it back.' },
  },
});

@ObjectType('RecordItem', { description: 'One item on one record that the institution is the source of.' })
export class RecordItemType {
  @Field(() => ID, { description: 'Ours; the item’s identifier at ORCID is another.' })
  id!: string;

  @Field(() => String, { description: 'ORCID’s word for the section: employment …' })
  section!: string;

  @Field(() => String, { nullable: true, description: 'As last written: a title, a role, or the value itself.' })
  title!: string | null;

  @Field(() => RecordItemState)
  state!: RecordItemState;

  @Field(() => String, {
    nullable: true,
    description: 'ORCID’s number of the item: text, for it may be longer than a number.',
  })
  putCode!: string | null;

  @Field(() => String, { nullable: true, description: 'As last written.' })
  organization!: string | null;

  @Field(() => String, { nullable: true, description: 'As last written.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'As last written.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'As last written: 2024, 2024-03 or 2024-03-15.' })
  startDate!: string | null;

  @Field(() => String, { nullable: true, description: 'As last written: 2024, 2024-03 or 2024-03-15.' })
  endDate!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  writtenAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why ORCID did not take it, in ORCID’s words.' })
  problem!: string | null;
}
