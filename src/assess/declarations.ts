import type { ControlState, Text } from '../answer/schema';
import type { Fact, Facts, ObjectsFact, Spot } from '../manifest/fact';
import { text } from './reasons';

/** What a glob of evidence matches in the repository. */
export type MatchFiles = (glob: string) => readonly { readonly path: string; readonly empty: boolean }[];

/** What the manifest says about one control, judged as of a day (ANSWER.md, States). */
export interface Declaration {
  readonly state: ControlState;
  readonly lacks: readonly Text[];
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
  const evidence = evidenceOf(member.get('evidence'), match);
  const base = { evidence, spot: member.spot };
  if (status === 'not-applicable') {
    const explained = textOf(member.get('note')) !== undefined;
    return explained
      ? { state: 'not-applicable', lacks: [], ...base }
      : { state: 'missing', lacks: [text('control.no-note')], ...base };
  }
  if (status === 'planned') return { state: 'missing', lacks: [text('control.planned')], ...base };
  if (status === 'in-progress') return { state: 'partial', lacks: [text('control.in-progress')], ...base };
  if (status !== 'done') return { state: 'missing', lacks: [text('control.no-status')], ...base };
  const lacks = lacksOf(member, evidence, asOf);
  return { state: lacks.length === 0 ? 'met' : 'declared', lacks, ...base };
}

function lacksOf(member: Member, evidence: Declaration['evidence'], asOf: string): Text[] {
  const lacks: Text[] = [];
  if (textOf(member.get('owner')) === undefined) lacks.push(text('control.no-owner'));
  const reviewBy = textOf(member.get('reviewBy'));
  if (reviewBy === undefined) lacks.push(text('control.no-review'));
  else if (reviewBy <= asOf) lacks.push(text('control.review-past', { date: reviewBy }));
  if (evidence.length === 0) lacks.push(text('control.no-evidence'));
  for (const file of evidence) {
    if (isUrl(file.path)) lacks.push(text('control.evidence-url', { path: file.path }));
    else if (!file.exists) lacks.push(text('control.evidence-missing', { path: file.path }));
    else if (file.empty) lacks.push(text('control.evidence-empty', { path: file.path }));
  }
  return lacks;
}

/** Files that one glob shows as evidence; more prove nothing more. */
const mostFiles = 20;

/** A URL cannot be looked at offline: it counts as not there, and the answer says why. */
function evidenceOf(fact: Fact, match: MatchFiles): Declaration['evidence'] {
  if (fact.kind !== 'list') return [];
  return fact.members.flatMap(({ value }): Declaration['evidence'] => {
    const glob = String(value);
    if (isUrl(glob)) return [{ path: glob, exists: false, empty: false }];
    const files = match(glob);
    if (files.length === 0) return [{ path: glob, exists: false, empty: false }];
    return files.slice(0, mostFiles).map((file) => ({ path: file.path, exists: true, empty: file.empty }));
  });
}

function isUrl(value: string): boolean {
  return /^https?:\/\//.test(value);
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
