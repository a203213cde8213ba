import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Needs } from '../access/needs.decorator.ts';
import type { AdminContext } from '../admin-context.ts';
import { toRecordItemType } from '../record-items/record-item.mapper.ts';
import { RecordItemType } from '../record-items/record-item.type.ts';
import { ConnectionType } from './connection.type.ts';

@Resolver(() => ConnectionType)
@Needs('read')
export class ConnectionsResolver {
  @ResolveField(() => [RecordItemType], {
    description: 'What the institution has on the record, wants there, or had there.',
  })
  async items(@Parent() { id }: ConnectionType, @Context() { loaders }: AdminContext): Promise<RecordItemType[]> {
    return (await loaders.itemsOf.load(id)).map(toRecordItemType);
  }
}
