const DIGITS = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const HEXADECIMAL = String.raw`0[xX](?:[\da-fA-F]+\.?|[\da-fA-F]*\.[\da-fA-F]+)[pP][+-]?\d+`;
const DOUBLE = new RegExp(String.raw`^[\0-\x20]*[+-]?(?:NaN|Infinity|(?:${DIGITS}|${HEXADECIMAL})[fFdD]?)[\0-\x20]*$`);

/**
 * Whether `Double.parseDouble` reads the text (grammar in the documentation of java.lang.Double.valueOf). Unlike
 * JavaScript's `Number` it takes `1e3f` and refuses `0x10` and `1_000`.
 */
export function isJavaDouble(text: string): boolean {
  return DOUBLE.test(text);
}
