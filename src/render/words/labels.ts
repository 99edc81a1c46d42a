import type { ControlState, DutyState, Grade, Regime, Severity, Unmet } from '../../answer/schema';

/** Words for the closed lists of the answer; the same in every face. */

export const stateWords: Readonly<Record<ControlState | DutyState, string>> = {
  met: 'met',
  declared: 'declared',
  partial: 'partial',
  missing: 'missing',
  waived: 'waived',
  'not-applicable': 'not applicable',
  unknown: 'open',
};

/** What a state means, in a sentence. */
export const stateMeanings: Readonly<Record<ControlState | DutyState, string>> = {
  met: 'Done, with an owner, a review date to come and evidence in the repository.',
  declared: 'Said to be done, but not yet shown: something of owner, review date and evidence lacks.',
  partial: 'Begun.',
  missing: 'Nothing is in place.',
  waived: 'Set aside by a waiver that has not expired.',
  'not-applicable': 'Said not to apply, with the reason.',
  unknown: 'The manifest does not say enough.',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

export const statusWords: Readonly<Record<Regime['status'], string>> = {
  proposed: 'proposed',
  adopted: 'adopted',
  'in-force': 'in force',
  superseded: 'superseded',
  repealed: 'repealed',
  contested: 'contested',
  'voluntary-in-use': 'voluntary, in use',
};

export const gradeWords: Readonly<Record<Grade, string>> = {
  high: 'well sourced',
  medium: 'partly sourced',
  low: 'weakly sourced',
};

export const unmetWords: Readonly<Record<Unmet['why'], string>> = {
  'no-tool': 'no tool in the catalog does it for such a system',
  'shut-out': 'your constraints shut out every tool that does it',
  'over-size': 'it would take one more tool',
};

/** Names of a class for people: its id without the regime's, `high-risk`. */
export function className(classId: string): string {
  return classId.slice(classId.lastIndexOf('.') + 1);
}

/** An id as words: `bias-metrics` is `bias metrics`, `no-appeal` is `no appeal`. */
export function spoken(id: string): string {
  return id.replaceAll('-', ' ');
}

/** A title as it stands within a sentence: `Bias testing` is `bias testing`, `AI disclosure` stays. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** `1 gap`, `4 gaps`, `no gaps`. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : other}`;
}

export const disclaimer = 'This is advice, not legal advice.';
