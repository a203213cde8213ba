import type { ImportOutcome, OtherPerson } from '@ligature/assertions';
import { counted } from '@ligature/runtime';

/** More lines than this are one thing seen many times; the report has all rows. */
const SHOWN = 50;

/** What an import of an HR export did, for whoever started it. */
export function describeImport(outcome: Exclude<ImportOutcome, { kind: 'refused' }>): string {
  if (outcome.kind === 'already-imported')
    return `This very file was imported on ${outcome.at.toISOString()}. Nothing to do.`;
  const { absencesCounted, causes, ignoredColumns, otherPeople, place, placeholders, renumbered, replaced, report } =
    outcome;
  const { counts, refused } = report;
  return [
    `${counted(counts.rows, 'row')}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused.`,
    ...(replaced === undefined
      ? []
      : [
          `This file was imported before: what it says takes the place of a newer file, ${replaced.fileName} of ${replaced.at.toISOString()}.`,
        ]),
    `No longer listed: ${counted(counts.absent, 'known job')}.`,
    ...ignored(ignoredColumns),
    ...emptied(placeholders),
    ...(absencesCounted
      ? []
      : ['Nobody was counted as absent: a refused row does not say for sure which job of whom it is.']),
    ...listed(
      `Another id for the same job (same person, organisation, role and start), which goes on as it was: ${renumbered.length}`,
      renumbered.map(({ line, staffId, from, to }) => `${place} ${line}: job ${to} of ${staffId} was ${from}`),
    ),
    ...listed(
      `Staff ids with both another name and another mail address than before: ${otherPeople.length}. See that none was given to somebody else:`,
      otherPeople.map(changeOf),
    ),
    ...listed(
      'Refused rows by cause:',
      causes.map(({ cause, rows }) => `${counted(rows, 'row')}: ${cause}`),
    ),
    ...listed(
      'Refused rows (what was known of them stays as it was):',
      refused.map(({ line, reasons }) => `${place} ${line}: ${reasons.join(' ')}`),
      counts.refused,
    ),
  ].join('\n');
}

function ignored(columns: readonly string[]): string[] {
  if (columns.length === 0) return [];
  const more = columns.length > SHOWN ? `, and ${columns.length - SHOWN} more` : '';
  return [
    `Ignored, since no field takes it: ${counted(columns.length, 'column')} (${columns.slice(0, SHOWN).join(', ')}${more}).`,
  ];
}

function changeOf({ staffId, before, now, hasSignedIn }: OtherPerson): string {
  const was = `${before.name} <${before.mail}>`;
  const is = `${now.name} <${now.mail}>`;
  return hasSignedIn
    ? `staff id ${staffId}: signed in as ${was}, is ${is} in this file`
    : `staff id ${staffId}: was ${was}, is now ${is}`;
}

function emptied(cells: number): string[] {
  if (cells === 0) return [];
  const [hold, are] = cells === 1 ? ['holds', 'is'] : ['hold', 'are'];
  return [`${counted(cells, 'cell')} ${hold} only a placeholder such as NULL, and ${are} read as empty.`];
}

/** Nothing where there is none, and what is too much to read is in the report. */
function listed(title: string, lines: readonly string[], count = lines.length): string[] {
  if (count === 0) return [];
  const more = count > SHOWN ? [`  … and ${count - SHOWN} more; --report FILE lists all.`] : [];
  return [title, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
}
