/** So many of something, in words for people: `1 record`, `2 records`, `1 person`, `3 people`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
