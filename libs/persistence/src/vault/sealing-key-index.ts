/** By which key a value was sealed: an index of the expression that `sealing_key` is (migration 0008). */
export function sealingKeyIndex(table: string, column: string): { readonly name: string; readonly expression: string } {
  const name = `${table}_${column}_sealing_key`;
  return { name, expression: `create index "${name}" on "${table}" (sealing_key("${column}"))` };
}
