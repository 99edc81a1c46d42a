import type { Grade } from '../../answer/schema';
import { gradeWords } from './labels';

interface Graded {
  readonly grade: Grade;
  readonly reported: boolean;
}

const order: readonly Grade[] = ['low', 'medium', 'high'];

/** How well a conclusion is sourced, where that is less than well: `medium: partly sourced`, `reported, check`. */
export function gradeNote({ grade, reported }: Graded): string | undefined {
  if (reported) return 'reported, check';
  return grade === 'high' ? undefined : `${grade}: ${gradeWords[grade]}`;
}

/** The weakest of several conclusions that are told as one. */
export function weakestOf(conclusions: readonly Graded[]): Graded {
  return {
    grade: order.find((grade) => conclusions.some((one) => one.grade === grade)) ?? 'high',
    reported: conclusions.some(({ reported }) => reported),
  };
}
