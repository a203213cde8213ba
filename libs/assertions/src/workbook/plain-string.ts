/** Hears the text of a rich string: all of its runs, without the reading aids of East Asian texts. */
export class PlainString {
  private parts = '';
  private isHeard = false;
  private isAid = false;

  begin(): void {
    this.parts = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.isAid = true;
    if (name === 't') this.isHeard = !this.isAid;
  }

  close(name: string): void {
    if (name === 'rPh') this.isAid = false;
    if (name === 't') this.isHeard = false;
  }

  text(text: string): void {
    if (this.isHeard) this.parts += text;
  }

  /** What XML cannot hold, workbooks write as `_x000D_` (ISO/IEC 29500-1, 22.4.2.4). */
  get value(): string {
    return this.parts.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}
