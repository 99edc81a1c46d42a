import type { Draft, ParsedRegime, Report } from '../draft';
import type { RegimeEntry } from '../schema/regime';

type Status = RegimeEntry['history'][number]['status'];

/** How far a text has come. It never goes back: a revision that is proposed or adopted leaves the text in force. */
const reached: Partial<Record<Status, number>> = {
  proposed: 0,
  adopted: 1,
  'in-force': 2,
  'voluntary-in-use': 2,
};

/** Kinds of text that nobody puts in force: they are used or not. */
const onlyUsed: readonly RegimeEntry['kind'][] = ['framework', 'standard', 'resolution'];

/** Checks the status of each regime against what it is, against the order of its history, and against its days. */
export function checkStatuses(draft: Draft, report: Report): void {
  const knownUntil = draft.about?.value.knownUntil;
  for (const regime of draft.regimes) {
    checkNature(regime, report);
    checkCourse(regime, knownUntil, report);
    checkDays(regime, knownUntil, report);
  }
}

/** What binds is never shown as voluntary, and what is voluntary never as law. */
function checkNature({ main: { file, value } }: ParsedRegime, report: Report): void {
  const { binding, kind, history } = value;
  if (binding && (kind === 'guideline' || kind === 'framework')) {
    const message = `A ${kind} binds nobody. Write binding: false, or name the kind of text that makes it binding.`;
    report(file, { steps: ['binding'] }, 'status', message);
  }
  history.forEach(({ status }, index) => {
    const complaint = natureComplaint(value, status, index === history.length - 1);
    if (complaint !== undefined) report(file, { steps: ['history', index, 'status'] }, 'status', complaint);
  });
}

function natureComplaint(
  { binding, kind }: Pick<RegimeEntry, 'binding' | 'kind'>,
  status: Status,
  isLast: boolean,
): string | undefined {
  if (binding) {
    if (status !== 'voluntary-in-use' || !isLast) return undefined;
    return 'The text binds, and its last status is voluntary-in-use. Write binding: false, or the status that it has as law.';
  }
  if (kind === 'law' && status !== 'proposed' && status !== 'repealed' && status !== 'superseded') {
    return `A law that does not bind is a bill, and ${status} is no status of a bill. Write proposed, or binding: true.`;
  }
  if (onlyUsed.includes(kind) && status === 'in-force') {
    return `A ${kind} that does not bind is not in force. Write voluntary-in-use.`;
  }
  return undefined;
}

/** A history runs from a bill to its end, and holds nothing that nobody can have seen. */
function checkCourse(
  { main: { file, value } }: ParsedRegime,
  knownUntil: string | undefined,
  report: Report,
): void {
  let furthest: Status | undefined;
  let ended: Status | undefined;
  value.history.forEach(({ date, status }, index) => {
    const say = (message: string) => report(file, { steps: ['history', index, 'status'] }, 'status', message);
    const rank = reached[status];
    if (index === 0 && rank === undefined) {
      say(`A history does not begin with ${status}. Write first what became ${status}.`);
    }
    if (ended !== undefined && status !== 'contested') {
      say(`Nothing comes after ${ended} but a contest of it. Write ${ended} last, or remove it.`);
    } else if (rank !== undefined && furthest !== undefined && rank < (reached[furthest] ?? 0)) {
      say(
        `A text that was ${furthest} is not ${status} again. Write ${furthest} and say in what what changed.`,
      );
    }
    if (status === 'superseded' || status === 'repealed') ended ??= status;
    else if (rank !== undefined && rank >= (furthest === undefined ? 0 : (reached[furthest] ?? 0))) {
      furthest = status;
    }
    const isForeseen = rank === 2 || status === 'superseded' || status === 'repealed';
    if (knownUntil !== undefined && date > knownUntil && !isForeseen) {
      say(`${date} is after ${knownUntil}, the last day that the catalog has seen: nobody can know it.`);
    }
  });
}

/** What is only proposed asks for nothing, and what is in force has a day. */
function checkDays(regime: ParsedRegime, knownUntil: string | undefined, report: Report): void {
  const { file, value } = regime.main;
  const { history, dates } = value;
  const days = dates.map((group) => group.history.at(-1)?.day ?? undefined);
  const last = history.length - 1;
  if (history[last]?.status === 'proposed') checkProposed(regime, days, knownUntil, report);
  const inForce = history.findIndex(({ status }) => status === 'in-force');
  if (inForce >= 0 && days.every((day) => day === undefined)) {
    const message = 'The text is in force, and no date group has a day. Give the day from which it applies.';
    report(file, { steps: ['history', inForce, 'status'] }, 'status', message);
  }
  if (!value.binding || knownUntil === undefined) return;
  const now = history.findLastIndex(({ date }) => date <= knownUntil);
  const set = days.filter((day) => day !== undefined);
  if (history[now]?.status !== 'adopted' || set.length === 0 || set.some((day) => day > knownUntil)) return;
  const message =
    'Every day of the text has come, and it is only adopted. Write in-force with the day of it.';
  report(file, { steps: ['history', now, 'status'] }, 'status', message);
}

function checkProposed(
  { main, parts }: ParsedRegime,
  days: readonly (string | undefined)[],
  knownUntil: string | undefined,
  report: Report,
): void {
  for (const { file, value } of [main, ...parts]) {
    for (const [key, noun] of [
      ['duties', 'duties'],
      ['classes', 'classes'],
    ] as const) {
      if (value[key].length === 0) continue;
      const message = `The text is only proposed, so it has no ${noun} yet. Remove them, or write the status that it has.`;
      report(file, { steps: [key], on: 'key' }, 'status', message);
    }
  }
  days.forEach((day, index) => {
    if (day === undefined || knownUntil === undefined || day > knownUntil) return;
    const at = (main.value.dates[index]?.history.length ?? 1) - 1;
    const message = `The text is only proposed, so nothing of it began on ${day}. Write day: null, or the status that it has.`;
    report(main.file, { steps: ['dates', index, 'history', at, 'day'] }, 'status', message);
  });
}
