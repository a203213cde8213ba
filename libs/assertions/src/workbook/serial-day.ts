/** From when a workbook counts days. That of 1900 holds a 29 February 1900: days before it are nobody's, and stay numbers. */
const EPOCHS = {
  '1900': { midnight: Date.UTC(1899, 11, 30), first: Date.UTC(1900, 2, 1) },
  '1904': { midnight: Date.UTC(1904, 0, 1), first: Date.UTC(1904, 0, 1) },
} as const;

export type Epoch = keyof typeof EPOCHS;

const END = Date.UTC(10_000, 0, 1);
const SECONDS = 86_400;

/** The day and time of day that a number means, as `2024-03-15` and `10:30:00`; undefined when it means none. */
export function dayOfSerial(text: string, epoch: Epoch): readonly [day: string, time: string] | undefined {
  const { midnight, first } = EPOCHS[epoch];
  // Spreadsheets store times as fractions, to which a double is never exact.
  const moment = midnight + Math.round(Number(text) * SECONDS) * 1000;
  if (text.trim() === '' || !(moment >= first && moment < END)) return undefined;
  const written = new Date(moment).toISOString();
  return [written.slice(0, 10), written.slice(11, 19)];
}
