import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../core/real-catalog';

/**
 * What a system is for is said by its areas. `purpose` is for readers: words in it that alarm, and a search for words
 * would find, change nothing.
 */
const sentences = [
  'Reminds the choir that it rehearses beside the police station.',
  'Asks who deserves credit for the cake, and scores nobody.',
  'Finds the booth for biometric passport photos that is open longest.',
  'Suggests recipes with an emotion in their name and a prohibited amount of butter.',
  'Tells guests the way to the court, which is for tennis and knows no judge.',
  'Explains to museum visitors how elections were held and voters counted in Athens.',
  'Writes the program of a military band, weapons of brass only.',
  'Lists films in which a polygraph, a migration, a border or an emergency occurs.',
  'Answers where the insurance papers of the company bicycle lie, at the employment fair too.',
  'Sorts postcards that show children, students and patients by the face value of the stamp.',
];

const systems = {
  'a notebook of the office': [
    'roles: [deployer]',
    'areas: [internal.productivity]',
    'affects: [none]',
    'markets: [DE]',
    'content: { interacts: false, generates: [] }',
  ],
  'a chatbot': [
    'roles: [provider]',
    'areas: [customer.service]',
    'affects: [customers]',
    'markets: [EU]',
    'content: { interacts: true, generates: [text] }',
  ],
  'a ranker of applications': [
    'roles: [deployer]',
    'areas: [employment.recruitment]',
    'affects: [applicants]',
    'markets: [DE]',
    'profiling: true',
  ],
  'a system of which nothing else is said': [],
};

/** Purposes are as long as this, so that everything stands where it stood. */
const width = Math.max(...sentences.map(({ length }) => length));

/** The whole answer, and the purpose apart from it. */
function answerOf(lines: readonly string[], sentence: string) {
  const text = ['version: 1', 'systems:', '  - id: case', ...lines.map((line) => `    ${line}`)].join('\n');
  const analysis = analyzeText(`${text}\n    purpose: "${sentence.padEnd(width)}"\n`);
  // Parts of an answer are put into words when they are read: all are read here.
  const root: ReturnType<typeof analysis.answer> = JSON.parse(
    JSON.stringify(analysis.answer({ questions: true, portfolio: true })),
  );
  const [system] = root.systems;
  if (!system) throw new Error('The system is not in the answer.');
  const { facts, purpose, ...rest } = system;
  const { purpose: said, ...others } = facts;
  return { said, purpose, root: { ...root, systems: [{ ...rest, facts: others }] } };
}

describe.each(Object.entries(systems))('%s', (_, lines) => {
  const { root } = answerOf(lines, 'Helps.');

  it.each(sentences)('is the same with the purpose "%s"', (sentence) => {
    const alarming = answerOf(lines, sentence);
    expect(alarming.said).toMatchObject({ value: sentence.padEnd(width), from: 'given' });
    expect(alarming.purpose).toBe(sentence.padEnd(width));
    expect(alarming.root).toEqual(root);
  });
});

it('the same words as areas do change the answer', () => {
  const office = systems['a notebook of the office'];
  const [sentence = ''] = sentences;
  const police = office.map((line) => line.replace('internal.productivity', 'law-enforcement'));
  expect(answerOf(police, sentence).root).not.toEqual(answerOf(office, sentence).root);
});
