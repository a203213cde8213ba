import { wordsOfName } from '@ligature/identity-model';

/** Alphabets in which names are compared; of others we do not know which letters correspond. */
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Arabic', 'Hebrew', 'Devanagari'] as const;

/**
 * Whether two names share no word at all, nor an initial that could stand for one: a reason to look twice, and proof of
 * nothing. Names in different scripts cannot be compared, so nothing is said of them.
 */
export function haveNothingInCommon(one: string, other: string): boolean {
  const [words, others] = [wordsOfName(one), wordsOfName(other)];
  if (words.length === 0 || others.length === 0 || !shareScript(one, other)) return false;
  return !words.some((word) => others.some((candidate) => couldBeTheSame(word, candidate)));
}

function couldBeTheSame(word: string, other: string): boolean {
  if (word === other) return true;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return short.length === 1 ? long.startsWith(short) : short.length > 2 && long.includes(short);
}

function shareScript(one: string, other: string): boolean {
  return SCRIPTS.some((script) => {
    const letter = new RegExp(`\\p{Script=${script}}`, 'u');
    return letter.test(one) && letter.test(other);
  });
}
