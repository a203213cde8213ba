import type { Section } from '@ligature/orcid-model';
import { SECTION_WIRES } from './section-wires.ts';
import type { Fault, Wire } from './wire.ts';

/**
 * What ORCID would refuse of a content, found without a call; none where it would take it. The content may be anything:
 * what comes from outside has to be held against its section before anybody can say that it is of its type.
 */
export function contentFaults(section: Section, content: unknown): readonly Fault[] {
  const wire: Wire<unknown> = SECTION_WIRES[section].content;
  return wire.faults(content);
}
