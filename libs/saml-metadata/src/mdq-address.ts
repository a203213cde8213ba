/** Where a metadata query service answers for one entity (draft-young-md-query, section 3.2.1). */
export function mdqAddress(service: string, entityId: string): string {
  return `${service.replace(/\/+$/, '')}/entities/${encodeURIComponent(entityId)}`;
}
