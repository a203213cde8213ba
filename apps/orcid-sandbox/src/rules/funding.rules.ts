import { OrcidError } from '../api/orcid-error.ts';
import { type Funding } from '../model/funding.ts';
import { type Registry } from '../registry/registry.ts';
import { requireRealDate, requireStart } from './dates.rules.ts';
import { checkIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { isJavaDouble } from './java-double.ts';
import { requireDisambiguated } from './organization.rules.ts';
import { checkTitle } from './title.rules.ts';

/** S: ActivityValidator.validateFunding, in its order. */
export function checkFunding(funding: Funding, registry: Registry): void {
  checkTitle(funding.title);
  const ids = requireIdentifiers(funding['external-ids']);
  checkAmount(funding.amount);
  requireDisambiguated(registry, funding.organization);
  requireRealDate(funding['end-date']);
  requireStart(funding['start-date'], funding['end-date']);
  requireRealDate(funding['start-date']);
  checkIdentifiers(ids, registry);
}

function checkAmount(amount: Funding['amount']): void {
  if (amount === undefined) return;
  const { value = '', 'currency-code': currency } = amount;
  if (currency === undefined) throw new OrcidError(9020, { detail: 'Please specify a currency code' });
  if (value === '') throw new OrcidError(9020, { detail: 'Please specify an amount or remove the amount tag' });
  if (!isJavaDouble(value)) throw new OrcidError(9054);
}
