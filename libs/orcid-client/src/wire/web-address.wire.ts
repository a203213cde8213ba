import type { TextRule } from './text.wire.ts';

/**
 * A link. ORCID takes other schemes for some members; we do not, since records and our pages show it as something to
 * follow, and `javascript:` would be run by whoever does.
 */
export const WEB_ADDRESS: TextRule = { form: { test: isWebAddress }, called: 'an http or https address' };

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
