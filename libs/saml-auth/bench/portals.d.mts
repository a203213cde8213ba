/** Several portals over one database, behind one address. */
export interface Portals {
  readonly address: string;
  stop(): Promise<void>;
}

export function startPortals(count: number, env: Readonly<Record<string, string>>): Promise<Portals>;
