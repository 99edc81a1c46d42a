import type { Draft, ParsedRegime, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { DutyEntry } from '../schema/regime';
import type { ToolEntry } from '../schema/tool';
import { gramsOf, sharedGrams, wordsOf } from './word-grams';

/** Two texts of which more than this part of the runs of three words is the same say the same. */
const sameText = 0.6;

interface Entry {
  readonly id: string;
  readonly file: EntryFile;
  readonly title: string;
  /** What the entry says of itself, and the key under which it does. */
  readonly text?: readonly [key: string, text: string];
}

/** Checks that no two entries of a kind, and no two duties of a regime, are the same thing under two ids. */
export function checkTwins(draft: Draft, report: Report): void {
  for (const entries of [
    draft.risks.map(({ id, file, value }) => entryOf(id, file, value.title, 'statement', value.statement)),
    draft.controls.map(({ id, file, value }) => entryOf(id, file, value.title, 'statement', value.statement)),
    draft.conflicts.map(({ id, file, value }) =>
      entryOf(id, file, value.title, 'statement', value.statement),
    ),
    draft.capabilities.map(({ id, file, value }) => entryOf(id, file, value.title, 'meaning', value.meaning)),
    draft.tools.map(({ id, file, value }) => entryOf(id, file, value.title, 'summary', value.summary)),
    draft.regimes.map(({ id, main }) => ({ id, file: main.file, title: main.value.title })),
  ]) {
    const byId = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
    checkTitles(report, byId);
    checkTexts(report, byId);
  }
  checkTools(draft, report);
  for (const regime of draft.regimes) checkDuties(report, regime);
}

function entryOf(id: string, file: EntryFile, title: string, key: string, text: string): Entry {
  return { id, file, title, text: [key, text] };
}

function checkTitles(report: Report, entries: readonly Entry[]): void {
  const seen = new Map<string, string>();
  for (const { id, file, title } of entries) {
    const plain = plainly(title);
    const other = seen.get(plain);
    if (other === undefined) seen.set(plain, id);
    else {
      const message = `The title is the same as that of ${other}. Keep one entry, or give each a title of its own.`;
      report(file, { steps: ['title'] }, 'twin', message);
    }
  }
}

function checkTexts(report: Report, entries: readonly Entry[]): void {
  const grams = entries.map(({ text }) => runsOf(text?.[1] ?? ''));
  for (const { first, second, shared } of sharedGrams(grams)) {
    const [other, entry] = [entries[first], entries[second]];
    const all = (grams[first]?.size ?? 0) + (grams[second]?.size ?? 0) - shared;
    if (shared <= sameText * all || other === undefined || entry?.text === undefined) continue;
    const percent = Math.round((100 * shared) / all);
    const message = `It says what ${other.id} says: ${percent} percent of their runs of three words are the same. Keep one entry, or say how they differ.`;
    report(entry.file, { steps: [entry.text[0]] }, 'twin', message);
  }
}

/** Makers put several tools on one page or into one repository, but not two that do the same. */
function checkTools(draft: Draft, report: Report): void {
  const seen = new Map<string, string>();
  const take = (id: string, file: EntryFile, key: keyof ToolEntry, mark: string, complaint: string) => {
    const other = seen.get(mark);
    if (other === undefined) seen.set(mark, id);
    else if (other !== id)
      report(
        file,
        { steps: [key] },
        'twin',
        `${complaint.replace('OTHER', other)} Keep one entry, or correct one.`,
      );
  };
  for (const { id, file, value } of [...draft.tools].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const does = value.capabilities
      .map((capability) => capability.id)
      .sort()
      .join(' ');
    for (const key of ['homepage', 'repository'] as const) {
      const address = value[key];
      if (address === undefined) continue;
      const complaint = `The tool has the ${key} and the capabilities of OTHER.`;
      take(id, file, key, `${key} ${placeOf(address)} ${does}`, complaint);
    }
    if (value.install !== undefined) {
      take(id, file, 'install', `install ${value.install.trim()}`, 'The tool is installed as OTHER is.');
    }
  }
}

function checkDuties(report: Report, { main, parts }: ParsedRegime): void {
  const seen = new Map<string, DutyEntry[]>();
  for (const { file, value } of [main, ...parts]) {
    value.duties.forEach((duty, index) => {
      const plain = plainly(duty.statement);
      const others = seen.get(plain) ?? [];
      // Two versions with one id are told by their ids already.
      const other = others.find((earlier) => earlier.id !== duty.id && overlap(earlier, duty));
      if (other) {
        const message = `The duty asks the same as ${other.id}, at the same time. Keep one, or say what each asks.`;
        report(file, { steps: ['duties', index, 'statement'] }, 'twin', message);
      }
      seen.set(plain, [...others, duty]);
    });
  }
}

function overlap(a: DutyEntry, b: DutyEntry): boolean {
  const isBefore = (one: DutyEntry, next: DutyEntry) =>
    one.until !== undefined && next.from !== undefined && one.until <= next.from;
  return !isBefore(a, b) && !isBefore(b, a);
}

/** Runs of three words; of a text with fewer words, the whole. */
function runsOf(text: string): ReadonlySet<string> {
  const runs = gramsOf(text, 3);
  const whole = plainly(text);
  return runs.size > 0 || whole === '' ? runs : new Set([whole]);
}

function plainly(text: string): string {
  return wordsOf(text).join(' ');
}

/** An address without what changes nothing about where it leads. */
function placeOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https:\/\/(?:www\.)?/, '')
    .replace(/(?:\.git)?\/*(?:#.*)?$/, '');
}
