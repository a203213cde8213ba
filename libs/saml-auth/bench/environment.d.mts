export interface Measured {
  readonly answer: string;
  readonly milliseconds: number;
  readonly memoryMiB: number;
}

import type { Portals } from './portals.mjs';

export interface Deployment {
  configure(federationUrl: string, signedBy: string): Promise<Measured>;
  startPortals(count: number, metadata: string): Promise<Portals>;
  stop(): Promise<void>;
}

export function startDeployment(folder: string): Promise<Deployment>;
