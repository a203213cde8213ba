import { z } from 'zod';

/** xs:boolean, false where an attribute is left out, as every one that we read says. */
export const xmlFlag = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform((value) => value === 'true' || value === '1');

export const xmlText = z.object({ '#text': z.string() }).transform((element) => element['#text']);
