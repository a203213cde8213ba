import { UnusableMetadataError } from './unusable-metadata.error.ts';

const TIMEOUT_MS = 15_000;
const LARGEST = 100 * 1024 * 1024;

/** Gets metadata from where a provider or federation publishes it. @throws UnusableMetadataError in plain words */
export async function fetchMetadata(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
    throw new UnusableMetadataError(`${url} does not answer`, { cause: error });
  });
  if (!response.ok) throw new UnusableMetadataError(`${url} answers with status ${response.status}`);
  const text = await response.text();
  if (text.length > LARGEST) throw new UnusableMetadataError(`${url} is larger than 100 MiB`);
  return text;
}
