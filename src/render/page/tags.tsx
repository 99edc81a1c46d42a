import type { ComponentChildren } from 'preact';
import type { Grade, Verdict } from '../../answer/schema';
import { className, gradeWords, spoken } from '../words/labels';

/** A short remark in a frame. */
export function Tag({ kind, children }: { kind?: 'alert' | 'open'; children: ComponentChildren }) {
  return <span class={kind === undefined ? 'tag' : `tag tag-${kind}`}>{children}</span>;
}

/** A class by name; one that is still open says so. */
export function ClassTag({ id, verdict }: { id: string; verdict: Verdict }) {
  const name = className(id);
  const kind = verdict === 'yes' ? (gravest.get(name) ?? 'plain') : 'open';
  return (
    <span class={`class class-${kind}`}>
      {verdict === 'yes' ? spokenClass(name) : `may be ${spokenClass(name)}`}
    </span>
  );
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
  if (reported) return <Tag kind="alert">reported, check</Tag>;
  if (grade === 'high') return null;
  return <span class="sourcing">{gradeWords[grade]}</span>;
}
