import type { Cheerio, CheerioAPI } from 'cheerio';
import { readHtml } from '../outside.ts';

type Found = Cheerio<ReturnType<CheerioAPI>[number]>;

/** What a browser asks a server for. */
export interface PageRequest {
  readonly address: string;
  /** The body of a POST; a GET without. */
  readonly form?: URLSearchParams;
}

const LINES =
  'address, article, dd, div, dt, footer, form, h1, h2, h3, h4, header, li, main, nav, ol, p, section, tr, ul';

/** A page as it came, read without drawing it. */
export class PlainPage {
  private readonly document: CheerioAPI;

  constructor(
    readonly url: string,
    readonly status: number,
    readonly html: string,
  ) {
    this.document = readHtml(html);
  }

  get heading(): string {
    return this.text('h1');
  }

  /** What people read in the one element; a line for each paragraph or item. */
  text(selector = 'main'): string {
    return this.words(this.one(selector));
  }

  texts(selector: string): string[] {
    return this.all(selector).map((found) => this.words(found));
  }

  count(selector: string): number {
    return this.document(selector).length;
  }

  attribute(selector: string, name: string): string | undefined {
    return this.one(selector).attr(name);
  }

  /** Types into the one field. */
  fill(selector: string, value: string): void {
    this.one(selector).attr('value', value);
  }

  /** What clicking on the one link or button brings about. @param named words of its name, when the selector finds more */
  click(selector: string, named = ''): PageRequest {
    const clicked = this.one(selector, named);
    const address = clicked.attr('href');
    return address === undefined ? this.submission(clicked) : { address: this.at(address) };
  }

  /** What the page's own script or its header asks for as soon as the page is there. */
  get next(): PageRequest | undefined {
    const [form] = this.all('form[data-continue]');
    return form === undefined ? undefined : this.submission(form.find('button'));
  }

  /** The form of a button, with the button's own value, as HTML says that forms are sent. */
  private submission(button: Found): PageRequest {
    const form = button.closest('form');
    const fields = new URLSearchParams(form.serializeArray().map(({ name, value }) => [name, value]));
    const name = button.attr('name');
    if (name !== undefined) fields.append(name, button.attr('value') ?? '');
    const address = this.at(form.attr('action') ?? '');
    if (form.attr('method')?.toLowerCase() === 'post') return { address, form: fields };
    return { address: new URL(`?${fields.toString()}`, address).href };
  }

  private at(address: string): string {
    return new URL(address, this.url).href;
  }

  /** @throws when there is none, or several: a test must know which one it means */
  private one(selector: string, named = ''): Found {
    const [found, ...others] = this.all(selector).filter((one) => this.isCalled(one, named));
    if (found !== undefined && others.length === 0) return found;
    const what = `${found === undefined ? 'No' : 'More than one'} ${selector} “${named}”`;
    throw new Error(`${what} at ${this.url} (${this.status}):\n${this.words(this.document('body'))}`);
  }

  private all(selector: string): Found[] {
    return this.document(selector)
      .toArray()
      .map((element) => this.document(element));
  }

  /** By its label, or else by its text and the texts of its images. */
  private isCalled(found: Found, named: string): boolean {
    const images = found.find('img').toArray();
    const texts = [this.words(found), ...images.map((image) => this.document(image).attr('alt') ?? '')];
    const name = found.attr('aria-label') ?? texts.join(' ');
    return name.toLowerCase().includes(named.toLowerCase());
  }

  private words(found: Found): string {
    const shown = found.clone();
    shown.find('script, style, [hidden]').remove();
    shown.find('br').replaceWith('\n');
    shown.find(LINES).prepend('\n').append('\n');
    return shown
      .text()
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim();
  }
}
