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

/** Started things of one kind, each held by one test file at a time; as many as are needed at once. */
export class Pool<T extends Reusable> {
  private readonly make: () => Promise<T>;
  private readonly idle: T[] = [];
  private readonly leased = new Map<string, T>();
  private count = 0;

  constructor(make: () => Promise<T>) {
    this.make = make;
  }

  /** One that is as new. What cannot be reset is stopped, and another is started. */
  async lease(): Promise<Lease<T>> {
    const id = String(++this.count);
    const resource = (await this.reused()) ?? (await this.make());
    this.leased.set(id, resource);
    return { id, resource };
  }

  /** What was leased under this id. @throws when it was given back */
  of(id: string): T {
    const resource = this.leased.get(id);
    if (resource === undefined) throw new Error(`Lease ${id} has ended.`);
    return resource;
  }

  /** @param isClean whether all tests passed: what a failing test left behind nobody knows, so it is not used again */
  async release(id: string, isClean: boolean): Promise<void> {
    const resource = this.of(id);
    this.leased.delete(id);
    if (isClean) this.idle.push(resource);
    else await resource.stop();
  }

  async stop(): Promise<void> {
    const all = [...this.idle.splice(0), ...this.leased.values()];
    this.leased.clear();
    await Promise.all(all.map((resource) => resource.stop()));
  }

  private async reused(): Promise<T | undefined> {
    const resource = this.idle.pop();
    try {
      await resource?.reset();
      return resource;
    } catch (error) {
      console.error('A shared service could not be reset and is started anew:', error);
      await resource?.stop();
      return undefined;
    }
  }
}
