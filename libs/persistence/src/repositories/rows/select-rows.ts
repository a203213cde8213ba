import type { EntityManager, FilterQuery, QBFilterQuery } from '@mikro-orm/postgresql';

interface Selection<E extends object, Column extends keyof E & string> {
  readonly columns: readonly Column[];
  readonly where: FilterQuery<E>;
  readonly orderBy?: Readonly<Partial<Record<keyof E & string, 'asc' | 'desc' | 'asc nulls last'>>>;
  readonly limit?: number;
}

/** Plain rows with these columns and no others: for what is shown, planned or compared, and never changed. */
export function selectRows<E extends object, Column extends keyof E & string>(
  em: EntityManager,
  entity: new (...given: never[]) => E,
  { columns, where, orderBy, limit }: Selection<E, Column>,
): Promise<Pick<E, Column>[]> {
  const query = em
    .createQueryBuilder(entity)
    .select([...columns] as never)
    .where(where as QBFilterQuery<E>);
  if (orderBy !== undefined) query.orderBy(orderBy as never);
  if (limit !== undefined) query.limit(limit);
  return query.execute<Pick<E, Column>[]>('all');
}
