/** Letters that are not an accented form of another one, and how people without them type them. */
const TRANSCRIBED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** Small letters without accents: what is searched, and what is searched for, are folded alike. */
export function foldText(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[ßæœøđðþłħı]/g, (letter) => TRANSCRIBED[letter] ?? letter);
}

/** The folded words of a search. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter((word) => word !== '');
}
