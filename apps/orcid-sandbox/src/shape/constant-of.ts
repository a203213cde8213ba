/** A member of a closed list as Java calls it. */
export function constantOf(text: string): string {
  return text.toUpperCase().replaceAll('-', '_');
}
