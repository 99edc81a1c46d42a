import type { Trial, TrialMeasure } from '../../answer/trial';

/** Said wherever tools are recommended. */
export const shortlistNote =
  'A catalog makes a shortlist; a trial on your own data decides. The marks are proposals: set your own before you try.';

export const standingWords: Readonly<Record<Trial['tools'][number]['standing'], string>> = {
  chosen: 'chosen',
  'runner-up': 'runner-up',
};

/** When it passes: `at least 190 of 200`, `at most 6 of 139`, `each of 30 within 10 seconds`. */
export function passWords({ unit, atLeast, atMost, sample, pass }: TrialMeasure): string {
  if (unit !== 'share') return `each of ${sample} within ${atMost ?? 0} ${unit}`;
  if (atLeast === 1) return `all of ${sample}`;
  return atLeast === undefined ? `at most ${pass} of ${sample}` : `at least ${pass} of ${sample}`;
}

/** What a result at the mark leaves possible: `91.0 % to 97.3 %`. */
export function intervalWords({ interval: { low, high } }: TrialMeasure): string {
  return `${percent(low)} to ${percent(high)}`;
}

/** `95 %`. */
export function confidenceWords(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const leavingWords: Readonly<Record<'no' | 'optional' | 'yes', string>> = {
  no: 'data stays with you',
  optional: 'data leaves only if you choose so',
  yes: 'data leaves',
};

/** What is not measured but asked, each with what the catalog knows of a tool. */
export const askedOfTools: readonly {
  readonly id: string;
  readonly question: string;
  readonly known: (tool: Trial['nonFunctional']['tools'][number]) => string;
}[] = [
  {
    id: 'data-location',
    question: 'Where does your data lie, also in logs and support cases?',
    known: ({ dataLeaves, hosting }) => `${leavingWords[dataLeaves]}; ${hosting.join(', ')}`,
  },
  {
    id: 'license',
    question: 'May you use it so, also inside a product?',
    known: ({ license }) => license,
  },
  {
    id: 'support',
    question: 'Who answers when it fails, and how fast do they mend it?',
    known: ({ state, seen }) => (seen === null ? state : `${state}; ${seen.what}, ${seen.date}`),
  },
  {
    id: 'cost',
    question: 'What does a year cost with people, machines and tuning?',
    known: ({ price, cost }) => `${price}; cost class ${cost} of 9`,
  },
  {
    id: 'exit',
    question: 'Can you take records and rules with you, in an open format?',
    known: ({ openSource }) =>
      openSource ? 'open source: you can keep running it' : 'not open source: test the export',
  },
];
