export interface Measured {
  readonly answer: string;
  readonly milliseconds: number;
  readonly memoryMiB: number;
}

export interface Deployment {
  configure(federationUrl: string, signedBy: string): Promise<Measured>;
  stop(): Promise<void>;
}

export function startDeployment(folder: string): Promise<Deployment>;
