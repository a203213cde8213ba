/** Tells what is being done and how long it took; one line each, which also reads well in a file. */
export class Progress {
  private readonly begun = Date.now();

  step(text: string): void {
    console.log(`[${this.seconds()}] ${text} …`);
  }

  done(): void {
    console.log(`[${this.seconds()}] Ready.\n`);
  }

  private seconds(): string {
    return `${((Date.now() - this.begun) / 1000).toFixed(1).padStart(5)} s`;
  }
}
