import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPortals } from './portals.mjs';

/**
 * What a deployment hands in and this library may not know by name: a PostgreSQL, and the operator's program that stores
 * providers in it. Loaded from where it was built.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const SCHEDULER = path.join(ROOT, 'apps/scheduler/dist/main.js');

/** @param {string} folder for its data */
export async function startDeployment(folder) {
  const { startPostgres } = await import(path.join(ROOT, 'tools/src/postgres/embedded-postgres.ts'));
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), purpose: 'test' });
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: postgres.url,
    TOKEN_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    ORCID_ENVIRONMENT: 'local',
    ORCID_SITE_URL: 'http://localhost:1',
    ORCID_API_URL: 'http://localhost:1/api',
    ORCID_CLIENT_SECRET: 'bench',
    LOG_LEVEL: 'warn',
  };
  await promisify(execFile)(process.execPath, [SCHEDULER, 'migrate'], { env });
  const file = path.join(folder, 'institution.json');
  const institution = JSON.parse(readFileSync(path.join(ROOT, 'test/fixtures/institution.json'), 'utf8'));
  const configure = (provider) => {
    writeFileSync(file, JSON.stringify({ ...institution, identityProviders: [provider] }));
    return measured([SCHEDULER, 'configure', file], env);
  };
  return {
    /** @param {string} federationUrl @param {string} signedBy PEM */
    configure: (federationUrl, signedBy) => configure({ federationUrl, signedBy }),
    /** @param {number} count @param {string} metadata of the one provider */
    startPortals: async (count, metadata) => {
      writeFileSync(path.join(folder, 'provider.xml'), metadata);
      await configure({ metadataFile: 'provider.xml' });
      return startPortals(count, env);
    },
    stop: () => postgres.stop(),
  };
}

/** Runs a program to its end. Its memory is the kernel's high-water mark, looked at while it runs (Linux only). */
function measured(command, env) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let [answer, memoryMiB] = ['', 0];
    const look = setInterval(() => (memoryMiB = Math.max(memoryMiB, highWater(child.pid))), 20);
    child.stdout.on('data', (text) => (answer += text));
    child.once('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ answer, memoryMiB, milliseconds: performance.now() - begun });
      else reject(new Error(`The program ended with ${code}.`));
    });
  });
}

function highWater(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
