import type { Terms } from './terms';

export const stage: Terms = {
  design: 'An idea or a plan; nothing runs.',
  development: 'Being built or tested; no real decisions hang on it.',
  pilot: 'Tried with real people or real data, in a small circle.',
  production: 'In use.',
  retired: 'No longer in use.',
  recalled: 'Taken back from the market or from its users because something was wrong.',
};

export const kind: Terms = {
  'rules-only': 'Only rules written by people, nothing learned: no AI system under most laws. Must be said.',
  predictive: 'Learned from data to predict, score, rank, classify or recommend.',
  generative: 'Produces text, images, sound, video or code.',
  agent: 'Calls tools, or acts by itself over several steps.',
};

/** Ordered: how much of the decision is the output. */
export const influence: Terms = {
  none: 'No decision about a person rests on the output.',
  informs: 'A person decides; the output is one of several things they look at.',
  'main-factor': 'A person decides, but mostly follows the output.',
  decides: 'The output is the decision, or nobody looks before it takes effect.',
};

/** The worst that may plausibly happen to one person. */
export const effect: Terms = {
  none: 'Nothing that a person would notice.',
  inconvenience: 'Time lost, annoyance; put right soon.',
  'access-or-terms':
    'Whether, or on what terms, somebody gets work, credit, a home, insurance, education or a service.',
  rights: 'Privacy, equal treatment, free speech or another right is infringed.',
  'health-or-safety': 'Somebody is hurt, falls ill, or a safety function fails.',
  liberty: 'Somebody is stopped, detained, expelled or accused.',
};

export const reversible: Terms = {
  yes: 'What it does can be undone fully and soon.',
  costly: 'It can be undone, but with effort, money or a delay that hurts.',
  no: 'It cannot be undone.',
};

/** Ordered: how far it acts without a person. */
export const autonomy: Terms = {
  answers: 'Gives an answer that people read; proposes nothing to be done.',
  recommends: 'Proposes an action; a person carries it out.',
  'acts-on-approval': 'Carries out an action after a person approved that very action.',
  'acts-in-limits': 'Acts by itself inside limits that were set before, and asks outside them.',
  'acts-alone': 'Acts by itself, and people see the result afterwards, if at all.',
};

/** Ordered: people who are affected in a year. */
export const scale: Terms = {
  'under-1k': 'Fewer than 1,000 people a year.',
  '1k-100k': 'From 1,000 to 100,000 people a year.',
  'over-100k': 'More than 100,000 people a year.',
  'over-1m': 'More than a million people a year.',
};

export const exclusiveUse: Terms = {
  none: 'Not used exclusively for any of these.',
  defense: 'Exclusively military, defense or national security purposes (EU AI Act Art. 2(3)).',
  'scientific-research':
    'Developed and put into service for scientific research and development alone (EU AI Act Art. 2(6)).',
  personal: 'Used by a natural person for purely personal, non-professional purposes (EU AI Act Art. 2(10)).',
};

/** Art. 25(1) of the EU AI Act: what makes somebody else the provider of a high-risk system. */
export const change: Terms = {
  none: 'Used as it was delivered.',
  rebranded: 'Our name or trademark was put on a system that was already on the market (Art. 25(1)(a)).',
  'substantial-modification':
    'Changed in a way its provider had not foreseen, so that compliance or the intended purpose is affected (Art. 25(1)(b), 3(23)).',
  'new-purpose':
    'Its intended purpose was changed, for example a general chatbot now ranks applicants (Art. 25(1)(c)).',
};

export const riskBasis: Terms = {
  'profiling-only': 'Only profiling of a person, or their personality traits and characteristics.',
  'objective-facts': 'Objective and verifiable facts that are linked to a crime.',
  mixed: 'Both: facts linked to a crime, with profiling beside them.',
};
