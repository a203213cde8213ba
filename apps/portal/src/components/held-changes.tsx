import type { HeldPlan } from '@ligature/persistence';
import type { JSX } from 'preact';
import { momentIn } from './moment.ts';
import type { PageContext } from '../pages/page-context.ts';

interface HeldChangesProps {
  readonly context: PageContext;
  readonly held: HeldPlan;
}

/** What would take much away from records, and who must decide it. */
export function HeldChanges({ context, held }: HeldChangesProps): JSX.Element {
  const { held: texts } = context.texts.administration;
  const risks = Object.entries(held.risks) as [keyof HeldPlan['risks'], number][];
  return (
    <section aria-labelledby="held" class="notice">
      <h2 id="held">{texts.title}</h2>
      <p>{texts.text(held.steps, held.people, momentIn(context, held.createdAt))}</p>
      <ul>
        {risks.map(([risk, count]) => (
          <li key={risk}>{texts.risks[risk](count)}</li>
        ))}
      </ul>
      <p>{texts.decide}</p>
    </section>
  );
}
