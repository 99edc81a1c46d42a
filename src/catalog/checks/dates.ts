import type { Node } from '../../text/tree';
import type { About, Draft, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';

/** Checks that every day exists and that histories and spans run forward. */
export function checkDates(draft: Draft, files: readonly EntryFile[], report: Report): void {
  for (const file of files) checkDays(report, file, file.tree, []);
  for (const { main, parts } of draft.regimes) {
    const { history, dates } = main.value;
    checkOrder(
      report,
      main.file,
      ['history'],
      'date',
      history.map(({ date }) => date),
    );
    dates.forEach((group, index) => {
      checkOrder(
        report,
        main.file,
        ['dates', index, 'history'],
        'from',
        group.history.map(({ from }) => from),
      );
    });
    for (const key of ['exclusions', 'transitions', 'penalties'] as const) {
      main.value[key].forEach((span, index) => checkSpan(report, main.file, [key, index], span));
    }
    for (const { file, value } of [main, ...parts]) {
      for (const key of ['exceptions', 'classes', 'duties', 'deemedRoles'] as const) {
        value[key].forEach((span, index) => checkSpan(report, file, [key, index], span));
      }
    }
  }
  for (const { file, value } of draft.background) {
    const days = value.events.map(({ date }) => date);
    checkOrder(report, file, ['events'], 'date', days);
  }
  if (draft.about) checkSeen(draft, draft.about.value, report);
}

/** Nobody saw an event after the last day that the catalog has seen, or read a source after the day of the catalog. */
function checkSeen(draft: Draft, { knownUntil, version }: About, report: Report): void {
  const made = version.replaceAll('.', '-');
  for (const { file, value } of draft.tools) {
    const seen = value.status.seen?.date;
    if (seen !== undefined && seen > knownUntil) {
      const message = `${seen} is after ${knownUntil}, the last day that the catalog has seen.`;
      report(file, { steps: ['status', 'seen', 'date'] }, 'date', message);
    }
    value.advisories.forEach(({ date }, index) => {
      if (date <= knownUntil) return;
      const message = `${date} is after ${knownUntil}, the last day that the catalog has seen.`;
      report(file, { steps: ['advisories', index, 'date'] }, 'date', message);
    });
  }
  for (const { file, value } of [
    ...draft.regimes.map(({ main }) => main),
    ...draft.conflicts,
    ...draft.comparisons,
    ...draft.background,
    ...draft.risks,
    ...draft.controls,
    ...draft.tools,
  ]) {
    value.sources.forEach(({ read }, index) => {
      if (read === null || read <= made) return;
      const message = `${read} is after ${made}, the day of the catalog. Correct it, or raise version in catalog.yaml.`;
      report(file, { steps: ['sources', index, 'read'] }, 'date', message);
    });
  }
}

function checkOrder(
  report: Report,
  file: EntryFile,
  steps: Steps,
  key: string,
  days: readonly string[],
): void {
  days.forEach((day, index) => {
    const earlier = days[index - 1];
    if (earlier === undefined || earlier <= day) return;
    const message = `${day} stands after ${earlier}. Write a history in the order in which it happened.`;
    report(file, { steps: [...steps, index, key] }, 'date', message);
  });
}

function checkSpan(
  report: Report,
  file: EntryFile,
  steps: Steps,
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
): void {
  if (from === undefined || until === undefined || from < until) return;
  report(file, { steps: [...steps, 'until'] }, 'date', `It ends on ${until}, before it begins on ${from}.`);
}

/** A day such as 2026-02-30 has the right form and does not exist. */
function checkDays(report: Report, file: EntryFile, node: Node | undefined, steps: Steps): void {
  if (node?.kind === 'sequence')
    node.items.forEach((item, index) => checkDays(report, file, item, [...steps, index]));
  else if (node?.kind === 'mapping') {
    for (const { key, value } of node.entries) checkDays(report, file, value, [...steps, key]);
  } else if (typeof node?.value === 'string' && /^\d{4}-\d\d-\d\d$/.test(node.value) && !isDay(node.value)) {
    report(file, { steps }, 'date', `There is no day ${node.value}.`);
  }
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
