/** Something that is slow to start and can be made as new. */
export interface Reusable {
  /** Makes it as it was when it had just started. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export interface Lease<T> {
  readonly id: string;
  readonly resource: T;
}

interface Started<T> {
  readonly settings: string;
  readonly resource: T;
}

/** Started things of one kind, each held by one test file at a time; as many as are needed at once, or as are allowed. */
export class Pool<T extends Reusable> {
  private readonly make: (settings: string) => Promise<T>;
  private readonly idle = new Set<Started<T>>();
  private readonly leased = new Map<string, Started<T>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private count = 0;

  /** @param most how many may be lent at the same time; whoever comes then waits for one to be given back */
  constructor(make: (settings: string) => Promise<T>, most = Infinity) {
    this.make = make;
    this.free = most;
  }

  /** One that is as new and was started with these settings. What cannot be reset is stopped, and another is started. */
  async lease(settings = ''): Promise<Lease<T>> {
    await this.takePlace();
    try {
      const id = String(++this.count);
      const resource = (await this.reused(settings)) ?? (await this.make(settings));
      this.leased.set(id, { settings, resource });
      return { id, resource };
    } catch (error) {
      this.leavePlace();
      throw error;
    }
  }

  /** What was leased under this id. @throws when it was given back */
  of(id: string): T {
    return this.find(id).resource;
  }

  /** @param isClean whether all tests passed: what a failing test left behind nobody knows, so it is not used again */
  async release(id: string, isClean: boolean): Promise<void> {
    const started = this.find(id);
    this.leased.delete(id);
    try {
      if (isClean) this.idle.add(started);
      else await started.resource.stop();
    } finally {
      this.leavePlace();
    }
  }

  async stop(): Promise<void> {
    const all = [...this.idle, ...this.leased.values()];
    this.idle.clear();
    this.leased.clear();
    await Promise.all(all.map(({ resource }) => resource.stop()));
  }

  private async takePlace(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits longest has the place now. */
  private leavePlace(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free++;
    else next();
  }

  private find(id: string): Started<T> {
    const started = this.leased.get(id);
    if (started === undefined) throw new Error(`Lease ${id} has ended.`);
    return started;
  }

  private async reused(settings: string): Promise<T | undefined> {
    const started = [...this.idle].find((one) => one.settings === settings);
    if (started === undefined) return undefined;
    this.idle.delete(started);
    try {
      await started.resource.reset();
      return started.resource;
    } catch (error) {
      console.error('A shared service could not be reset and is started anew:', error);
      await started.resource.stop();
      return undefined;
    }
  }
}
