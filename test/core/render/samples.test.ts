import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/answer/schema';
import { emptyAnswer, manySystems, purposeOnly, sampleAnswer } from '../../fixtures/answers';

describe('the sample answers of the render tests', () => {
  it.each([
    ['the full sample', sampleAnswer()],
    ['the empty one', emptyAnswer()],
    ['one with a purpose only', purposeOnly()],
    ['one with many systems', manySystems(30)],
  ])('%s is an answer by the schema', (_name, answer) => {
    expect(answerSchema.safeParse(answer).error).toBeUndefined();
  });
});
