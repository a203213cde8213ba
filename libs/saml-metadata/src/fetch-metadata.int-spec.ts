import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fetchMetadata } from './fetch-metadata.ts';
import { MetadataCopy } from './metadata-copy.ts';
import { mdqAddress } from './mdq-address.ts';
import { openMetadataFile } from './open-metadata-file.ts';

const NOTHING = { etag: null, lastModified: null };

describe('metadata from the network', () => {
  let answer: RequestListener = (_request, response) => void response.end();
  const server = createServer((request, response) => {
    answer(request, response);
  });
  let url: string;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const textOf = async (copy: MetadataCopy | 'unchanged') => {
    if (copy === 'unchanged') return copy;
    const chunks: Uint8Array[] = [];
    for await (const chunk of copy.chunks()) chunks.push(chunk);
    await copy.discard();
    return Buffer.concat(chunks).toString();
  };

  it('is asked for only if it is another than the one we hold', async () => {
    const asked: unknown[] = [];
    answer = ({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']]);
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Mar 2026 12:00:00 GMT' }).end('<a/>');
    };
    const copy = await fetchMetadata(url, NOTHING);
    expect(copy).toMatchObject({ etag: '"1"', lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT' });
    expect(await textOf(copy)).toBe('<a/>');
    expect(await fetchMetadata(url, copy as MetadataCopy)).toBe('unchanged');
    expect(asked).toEqual([
      [undefined, undefined],
      ['"1"', 'Sun, 01 Mar 2026 12:00:00 GMT'],
    ]);
  });

  it('may come compressed', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<a/>'));
    expect(await textOf(await fetchMetadata(url, NOTHING))).toBe('<a/>');
  });

  it('is never larger than allowed, however small it travels', async () => {
    const bomb = gzipSync(Buffer.alloc(2 * 2 ** 20, ' '));
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    await expect(fetchMetadata(url, NOTHING, 1)).rejects.toThrow('is larger than 1 MiB');
  });

  it.each([
    [
      'is not there',
      (response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
      'answers with status 404',
    ],
    ['hangs up', (response: Parameters<RequestListener>[1]) => response.destroy(), 'does not answer'],
    [
      'breaks off',
      (response: Parameters<RequestListener>[1]) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('<a>', () => response.destroy());
      },
      'broke off',
    ],
  ])('says so when the server %s', async (_how, send, reason) => {
    answer = (_request, response) => send(response);
    await expect(fetchMetadata(url, NOTHING)).rejects.toThrow(reason);
  });

  it('of one entity is asked for at the place that its id makes', () => {
    expect(mdqAddress('https://mdq.example.org/', 'https://idp.example.edu/shibboleth?x=1')).toBe(
      'https://mdq.example.org/entities/https%3A%2F%2Fidp.example.edu%2Fshibboleth%3Fx%3D1',
    );
  });

  it('in a file is another one when its content is', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ligature-test-file-'));
    const file = path.join(folder, 'idp.xml');
    await writeFile(file, '<a/>');
    const first = (await openMetadataFile(file, NOTHING)) as MetadataCopy;
    expect(await openMetadataFile(file, first)).toBe('unchanged');
    expect(await textOf(first)).toBe('<a/>');
    expect(existsSync(file)).toBe(true);
    await writeFile(file, '<b/>');
    expect(await openMetadataFile(file, first)).toBeInstanceOf(MetadataCopy);
    await rm(folder, { recursive: true });
    await expect(openMetadataFile(file, first)).rejects.toThrow('cannot be read');
  });
});
