import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SignedXml } from 'xml-crypto';
import { DOMParser } from '@xmldom/xmldom';
import { openMetadataFile, readMetadata } from '@ligature/saml-metadata';

export interface ReadOrder {
  readonly file: string;
  readonly certificate: string;
  /** `stream`: ours. `document`: xml-crypto's verification of the same file, without reading any provider of it. */
  readonly way: 'stream' | 'document';
}

export interface ReadReport {
  readonly providers: number;
  readonly milliseconds: number;
  /** Processor time, which other work on the machine does not change. */
  readonly processorMs: number;
  /** Most memory of the process above what it had before, in MiB. */
  readonly memoryMiB: number;
  readonly longestBlockMs: number;
}

/** Reads a federation in a process of its own, whose memory and pauses tell of nothing else. */
const [order] = (await once(process, 'message')) as [ReadOrder];

async function stream(): Promise<number> {
  const demands = { signedBy: [order.certificate], now: new Date(), mustExpire: true };
  const copy = await openMetadataFile(order.file, { etag: null, lastModified: null });
  if (copy === 'unchanged') throw new Error('Nothing is known of it.');
  let providers = 0;
  for await (const { kind } of readMetadata(copy.chunks(), demands)) if (kind === 'provider') providers++;
  return providers;
}

function document(): Promise<number> {
  const xml = readFileSync(order.file, 'utf8');
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as Element;
  const [signature] = Array.from({ length: root.childNodes.length }, (_, at) => root.childNodes[at]);
  const publicCert = `-----BEGIN CERTIFICATE-----\n${order.certificate}\n-----END CERTIFICATE-----`;
  const verifier = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
  verifier.loadSignature(signature as Node);
  if (!verifier.checkSignature(xml)) throw new Error('The signature does not hold.');
  return Promise.resolve(0);
}

const before = process.memoryUsage().rss;
const pauses = monitorEventLoopDelay({ resolution: 1 });
pauses.enable();
await new Promise((resolve) => setTimeout(resolve, 50));
const used = process.cpuUsage();
const begun = performance.now();
const providers = await { stream, document }[order.way]();
const milliseconds = performance.now() - begun;
const { user, system } = process.cpuUsage(used);
await new Promise((resolve) => setTimeout(resolve, 50));
pauses.disable();
const memoryMiB = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
process.send?.({
  providers,
  milliseconds,
  processorMs: (user + system) / 1000,
  memoryMiB,
  longestBlockMs: pauses.max / 1e6,
} satisfies ReadReport);
process.disconnect();
