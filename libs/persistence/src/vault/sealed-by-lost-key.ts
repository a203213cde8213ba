/** SQL: whether a sealed column was sealed by a key that is lost; its parameter is their names, as JSON. */
export function isLost(column: string): string {
  return `jsonb_exists(?::jsonb, coalesce(sealing_key(${column}), ''))`;
}

/** SQL: the opposite. */
export function isUsable(column: string): string {
  return `not ${isLost(column)}`;
}
