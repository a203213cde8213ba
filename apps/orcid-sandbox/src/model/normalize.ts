import { EXTERNAL_ID_TYPES } from './external-id-type.ts';
import { NORMALIZERS } from './normalizers.ts';

/**
 * What two spellings of one identifier have in common; `''` when the value cannot be one of its type. Values of a
 * case-insensitive type are lowered first (S: PIDNormalizationService, CaseSensitiveNormalizer).
 */
export function normalize(type: string, value: string): string {
  const known = EXTERNAL_ID_TYPES.get(type);
  if (known === undefined) return value;
  const lowered = known.caseSensitive ? value : value.toLowerCase();
  return NORMALIZERS[type]?.(lowered) ?? lowered;
}
