/** One test, as Jest names it. */
export interface TestTitle {
  readonly file: string;
  readonly name: string;
}

/** What Jest writes with --json, as far as it is read here (https://jestjs.io/docs/cli#--json). */
interface JestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** All tests that passed in a run. @param json the results that Jest wrote */
export function titlesIn(json: string): TestTitle[] {
  return (JSON.parse(json) as JestResults).testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed').map(({ fullName }) => ({ file, name: fullName })),
  );
}

/** So many of them by chance, no file twice until each was chosen once: what stands alone or not is a matter of files. */
export function sampleOf(titles: readonly TestTitle[], count: number): TestTitle[] {
  const shuffled = titles.map((title) => ({ title, at: Math.random() })).toSorted((a, b) => a.at - b.at);
  const seen = new Map<string, number>();
  const rounds = shuffled.map(({ title }) => {
    const round = seen.get(title.file) ?? 0;
    seen.set(title.file, round + 1);
    return { title, round };
  });
  return rounds
    .toSorted((a, b) => a.round - b.round)
    .slice(0, count)
    .map(({ title }) => title);
}
