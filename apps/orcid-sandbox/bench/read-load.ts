import { Pool } from 'undici';

export interface LoadResult {
  readonly reads: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

interface Load {
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly headers: Record<string, string>;
  /** The path of the n-th request. */
  readonly path: (n: number) => string;
}

/** Keeps every connection busy for so many seconds; any answer but 200 ends the measurement. */
export async function readLoad(load: Load): Promise<LoadResult> {
  const pool = new Pool(load.origin, { connections: load.connections, pipelining: 1 });
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + load.seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) latencies.push(await readOne(pool, load, latencies.length));
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  const seconds = (performance.now() - begun) / 1000;
  await pool.close();
  latencies.sort((a, b) => a - b);
  return {
    reads: latencies.length,
    perSecond: latencies.length / seconds,
    medianMs: latencies[Math.floor(latencies.length / 2)] ?? 0,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
  };
}

async function readOne(pool: Pool, { path, headers }: Load, n: number): Promise<number> {
  const begun = performance.now();
  const { statusCode, body } = await pool.request({ path: path(n), method: 'GET', headers });
  await body.dump({ limit: 10_000_000 });
  if (statusCode !== 200) throw new Error(`${path(n)} was answered with ${statusCode}`);
  return performance.now() - begun;
}
