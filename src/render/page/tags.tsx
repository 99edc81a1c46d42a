import type { ComponentChildren } from 'preact';
import type { Grade, Verdict } from '../../answer/schema';
import { gradeNote } from '../words/grades';
import { className, spoken } from '../words/labels';

/** A short remark in a frame. */
export function Tag({ kind, children }: { kind?: 'alert' | 'open'; children: ComponentChildren }) {
  return <span class={kind === undefined ? 'tag' : `tag tag-${kind}`}>{children}</span>;
}

/** A class by name; one that is still open says so, and one that is sure while a graver one is open. */
export function ClassTag({
  id,
  verdict,
  atLeast = false,
}: {
  id: string;
  verdict: Verdict;
  atLeast?: boolean;
}) {
  const name = className(id);
  const kind = verdict === 'yes' ? (gravest.get(name) ?? 'plain') : 'open';
  const lead = verdict !== 'yes' ? 'may be ' : atLeast ? 'at least ' : '';
  return <span class={`class class-${kind}`}>{lead + spokenClass(name)}</span>;
}

const gravest = new Map([
  ['prohibited', 'prohibited'],
  ['high-risk', 'high'],
]);

// `high-risk` is written with its hyphen in law; other ids are words joined for the machine.
function spokenClass(name: string): string {
  return name === 'high-risk' ? name : spoken(name);
}

/** How well a conclusion is sourced. Nothing where it is well: that is the rule. */
export function Sourcing({ grade, reported }: { grade: Grade; reported: boolean }) {
  const note = gradeNote({ grade, reported });
  if (note === undefined) return null;
  return reported ? <Tag kind="alert">{note}</Tag> : <span class="sourcing">{note}</span>;
}
