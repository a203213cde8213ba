import { SchemaViolation } from './schema-violation.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Replaces the five named references and the numeric ones, in one pass so that nothing is decoded twice.
 * @throws SchemaViolation of kind `syntax` for a number that is no character (XML 1.0, 2.2)
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    return characterAt(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function characterAt(codePoint: number): string {
  if (!isCharacter(codePoint)) throw new SchemaViolation(`character ${codePoint} is not allowed`, 'syntax');
  return String.fromCodePoint(codePoint);
}

function isCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return [0x9, 0xa, 0xd].includes(codePoint);
  return (
    codePoint < 0xd8_00 ||
    (codePoint >= 0xe0_00 && codePoint <= 0xff_fd) ||
    (codePoint >= 0x1_00_00 && codePoint <= 0x10_ff_ff)
  );
}
