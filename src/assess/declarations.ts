import type { ControlState, Text } from '../answer/schema';
import type { Fact, Facts, ObjectsFact, Spot } from '../manifest/fact';
import { text } from './reasons';

/** What a glob of evidence matches in the repository; undefined where it leads out of it: then nothing is read. */
export type MatchFiles = (
  glob: string,
) => readonly { readonly path: string; readonly empty: boolean }[] | undefined;

/** One thing that a control lacks to count as in place. */
export interface Lack {
  readonly text: Text;
  /** Where what is written is not so; a thing that is not said stands nowhere. */
  readonly spot?: Spot;
}

/** What the manifest says about one control, judged as of a day (ANSWER.md, States). */
export interface Declaration {
  readonly state: ControlState;
  readonly lacks: readonly Lack[];
  readonly evidence: readonly { readonly path: string; readonly exists: boolean; readonly empty: boolean }[];
  readonly spot: Spot;
}

export interface Declarations {
  /** Ids of the controls that are declared or waived. */
  readonly controls: readonly string[];
  control(id: string, asOf: string): Declaration | undefined;
  /** Where a waiver that holds on `asOf` stands, for a control or a duty. */
  waiver(kind: 'control' | 'duty', id: string, asOf: string): Spot | undefined;
}

type Member = ObjectsFact['members'][number];

/** What a system declares of its controls and waivers. */
export function readDeclarations(facts: Facts, match: MatchFiles): Declarations {
  const controls = membersOf(facts.get('system.controls'));
  const waivers = membersOf(facts.get('system.waivers'));
  const waiver = (kind: 'control' | 'duty', id: string, asOf: string) =>
    waivers.find((member) => textOf(member.get(kind)) === id && waiverHolds(member, asOf))?.spot;
  return {
    controls: [
      ...controls.flatMap((member) => textOf(member.get('id')) ?? []),
      ...waivers.flatMap((member) => textOf(member.get('control')) ?? []),
    ],
    waiver,
    control(id, asOf) {
      const waived = waiver('control', id, asOf);
      if (waived) return { state: 'waived', lacks: [], evidence: [], spot: waived };
      const member = controls.find((candidate) => textOf(candidate.get('id')) === id);
      return member && judge(member, asOf, match);
    },
  };
}

/** A waiver needs all four of its fields, and lapses on the day it expires. */
export function waiverHolds(member: Member, asOf: string): boolean {
  const expires = textOf(member.get('expires'));
  const said = textOf(member.get('reason')) !== undefined && textOf(member.get('approvedBy')) !== undefined;
  return said && expires !== undefined && asOf < expires;
}

function judge(member: Member, asOf: string, match: MatchFiles): Declaration {
  const status = textOf(member.get('status'));
  const shown = evidenceOf(member.get('evidence'), match);
  const evidence = shown.flatMap(({ files }) => files);
  const base = { evidence, spot: member.spot };
  if (status === 'not-applicable') {
    const explained = textOf(member.get('note')) !== undefined;
    return explained
      ? { state: 'not-applicable', lacks: [], ...base }
      : { state: 'missing', lacks: [{ text: text('control.no-note') }], ...base };
  }
  if (status === 'planned') return { state: 'missing', lacks: [{ text: text('control.planned') }], ...base };
  if (status === 'in-progress')
    return { state: 'partial', lacks: [{ text: text('control.in-progress') }], ...base };
  if (status !== 'done') return { state: 'missing', lacks: [{ text: text('control.no-status') }], ...base };
  const lacks = [...lacksOfPeople(member, asOf), ...lacksOfEvidence(shown)];
  return { state: lacks.length === 0 ? 'met' : 'declared', lacks, ...base };
}

/** Somebody must answer for it, and look at it again. */
function lacksOfPeople(member: Member, asOf: string): Lack[] {
  const lacks: Lack[] = [];
  if (textOf(member.get('owner')) === undefined) lacks.push({ text: text('control.no-owner') });
  const review = member.get('reviewBy');
  const reviewBy = textOf(review);
  if (reviewBy === undefined) lacks.push({ text: text('control.no-review') });
  else if (reviewBy <= asOf) {
    const spot = review.spots[0] ?? member.spot;
    lacks.push({ text: text('control.review-past', { date: reviewBy }), spot });
  }
  return lacks;
}

/** Every file that is named must be there and hold something. A URL beside such a file takes nothing away. */
function lacksOfEvidence(shown: readonly Shown[]): Lack[] {
  if (shown.length === 0) return [{ text: text('control.no-evidence') }];
  const isShown = shown.some(({ files }) => files.some(({ exists, empty }) => exists && !empty));
  return shown.flatMap(({ glob, kind, files, spot }): Lack[] => {
    if (kind === 'url') return isShown ? [] : [{ text: text('control.evidence-url', { path: glob }), spot }];
    if (kind === 'outside') return [{ text: text('control.evidence-outside', { path: glob }), spot }];
    return files.flatMap(({ path, exists, empty }): Lack[] => {
      if (!exists) return [{ text: text('control.evidence-missing', { path }), spot }];
      return empty ? [{ text: text('control.evidence-empty', { path }), spot }] : [];
    });
  });
}

/** One member of the list of evidence, and what was found of it. */
interface Shown {
  readonly glob: string;
  readonly spot: Spot;
  readonly kind: 'url' | 'outside' | 'files';
  readonly files: Declaration['evidence'];
}

/** Files that one glob shows as evidence; more prove nothing more. */
const mostFiles = 20;

/** A URL cannot be looked at offline: it counts as not there, and the answer says why. */
function evidenceOf(fact: Fact, match: MatchFiles): Shown[] {
  if (fact.kind !== 'list') return [];
  return fact.members.map(({ value, spot }): Shown => {
    const glob = String(value);
    const nothing = [{ path: glob, exists: false, empty: false }];
    if (isUrl(glob)) return { glob, spot, kind: 'url', files: nothing };
    const found = match(glob);
    if (!found) return { glob, spot, kind: 'outside', files: nothing };
    const files = found.slice(0, mostFiles).map(({ path, empty }) => ({ path, exists: true, empty }));
    return { glob, spot, kind: 'files', files: files.length > 0 ? files : nothing };
  });
}

function isUrl(value: string): boolean {
  return /^https?:\/\//i.test(value);
}

function membersOf(fact: Fact): readonly Member[] {
  return fact.kind === 'objects' ? fact.members : [];
}

/** The text that a fact says, or undefined. */
export function textOf(fact: Fact): string | undefined {
  return fact.kind === 'scalar' && typeof fact.value === 'string' && fact.value !== ''
    ? fact.value
    : undefined;
}
