import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import path from 'node:path';

const PORTAL = path.resolve(import.meta.dirname, '../../../apps/portal/dist/main.js');

/**
 * Portals behind a balancer that gives each request to the next of them, whoever sent the one before.
 * @param {number} count @param {Record<string, string>} given environment of all
 */
export async function startPortals(count, given) {
  const ports = [];
  const balancer = balance(ports);
  const address = `http://localhost:${await portOf(balancer)}`;
  const common = { ...given, NODE_ENV: 'development', PORTAL_URL: address };
  const env = { ...common, SESSION_SECRETS: randomBytes(32).toString('base64') };
  const children = [];
  for (let at = 0; at < count; at++) {
    const port = await freePort();
    children.push(spawn(process.execPath, [PORTAL], { env: { ...env, PORT: String(port) }, stdio: 'ignore' }));
    await ready(`http://localhost:${port}/health/ready`, children[at]);
    ports.push(port);
  }
  return {
    address,
    stop: async () => {
      balancer.closeAllConnections();
      balancer.close();
      for (const child of children) child.kill();
      await Promise.all(children.map((child) => child.exitCode === null && once(child, 'exit')));
    },
  };
}

function balance(ports) {
  // Kept connections are closed by a busy portal in the moment they are used again.
  const agent = new Agent({ keepAlive: false });
  let turn = 0;
  return createServer((asked, answer) => {
    const port = ports[turn++ % ports.length];
    const { method, headers, url } = asked;
    const passed = request({ host: 'localhost', port, agent, method, headers, path: url }, (given) => {
      answer.writeHead(given.statusCode, given.headers);
      given.pipe(answer);
    });
    passed.once('error', () => answer.destroy());
    asked.pipe(passed);
  });
}

async function portOf(server) {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server.address().port;
}

async function freePort() {
  const server = createServer();
  const port = await portOf(server);
  server.close();
  return port;
}

async function ready(url, child) {
  while (child.exitCode === null) {
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`A portal ended with ${child.exitCode}.`);
}
