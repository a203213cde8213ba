import { createServer } from 'node:net';

/** A port of this machine: the wanted one when it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  return (await listen(wanted)) ?? (await listen(0)) ?? Promise.reject(new Error('No port of this machine is free.'));
}

/** The port that was listened on and let go again; undefined when it is taken. */
function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
