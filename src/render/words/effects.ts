import { joined } from '../../answer/format';
import type { Effect, Question, Text } from '../../answer/schema';
import { counted, inSentence } from './labels';

/** Answers to a question that would do the same, and what that is. */
export interface EffectGroup {
  /** `EU`, `provider or deployer`, `practice.* (10)`. */
  readonly answers: string;
  /** `high-risk by Annex III 4(a)`, the gravest first. */
  readonly outcomes: readonly string[];
}

/** Of the answers that do the same, so many are named. */
const namedAnswers = 2;

/**
 * The answers that make a difference, those that do the same together, the gravest first; at most `most` groups of at
 * most `told` outcomes. Where there are more groups, the grounds of a class are left out, so that more answers do the
 * same: `practice.* (10)` brings `prohibited`, each by its own ground.
 */
export function effectGroups({ effects }: Question, most: number, told: number): EffectGroup[] {
  const telling = effects.filter(({ outcomes }) => outcomes.length > 0);
  const laws = new Set(telling.flatMap(({ outcomes }) => outcomes.flatMap(lawOfClass)));
  // Classes of several laws are told apart by their law.
  const named = (outcome: Text, words: string) =>
    laws.size > 1 ? [words, ...lawOfClass(outcome).map((law) => `(${law})`)].join(' ') : words;
  const exact = grouped(telling, ({ outcomes }) =>
    outcomes.slice(0, told).map((outcome) => named(outcome, outcomeWords(outcome))),
  );
  const groups =
    exact.length <= most
      ? exact
      : grouped(telling, ({ outcomes }) =>
          outcomes.slice(0, 1).map((outcome) => named(outcome, outcomeHeadline(outcome))),
        );
  return groups
    .sort((a, b) => byGravity(a.first, b.first) || b.settles - a.settles)
    .slice(0, most)
    .map(({ options, outcomes }) => ({ answers: answerWords(options), outcomes }));
}

function lawOfClass({ params }: Text): string[] {
  const regime = wordOf(params['regime']);
  return params['class'] === undefined || regime === '' ? [] : [regime];
}

interface Group {
  readonly options: string[];
  /** Of the answer that settles the most. */
  settles: number;
  readonly outcomes: readonly string[];
  readonly first: Text | undefined;
}

function grouped(effects: readonly Effect[], wordsOf: (effect: Effect) => string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const effect of effects) {
    const outcomes = wordsOf(effect);
    const key = outcomes.join('\n');
    const group = groups.get(key) ?? { options: [], settles: 0, outcomes, first: effect.outcomes[0] };
    group.settles = Math.max(group.settles, effect.settles);
    group.options.push(String(effect.option));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** In the order of their gravity; what rules out comes last. */
const kinds = [
  'outcome.class',
  'outcome.class-within',
  'outcome.regime',
  'outcome.duties',
  'outcome.risk',
  'outcome.class-open',
  'outcome.grounds-out',
  'outcome.class-out',
  'outcome.regime-out',
  'outcome.risk-out',
  'outcome.duties-out',
];

function byGravity(a: Text | undefined, b: Text | undefined): number {
  const force = Number(isVoluntary(a)) - Number(isVoluntary(b));
  if (force !== 0) return force;
  const kind = kindOf(a) - kindOf(b);
  return kind === 0 ? rankOf(a) - rankOf(b) : kind;
}

/** What binds comes before what does not. */
function isVoluntary(outcome: Text | undefined): boolean {
  return outcome?.params['force'] === 'voluntary';
}

function kindOf(outcome: Text | undefined): number {
  const index = kinds.indexOf(outcome?.id ?? '');
  return index < 0 ? kinds.length : index;
}

function rankOf(outcome: Text | undefined): number {
  const rank = outcome?.params['rank'];
  return typeof rank === 'number' ? rank : 0;
}

function answerWords(options: readonly string[]): string {
  const [first = ''] = options;
  if (options.length <= namedAnswers) return joined(options, 'or');
  const family = first.slice(0, first.indexOf('.') + 1);
  if (family !== '' && options.every((option) => option.startsWith(family))) {
    return `${family}* (${options.length})`;
  }
  return `${first} or ${options.length - 1} more`;
}

/** What an answer brings, leaves open or rules out, as a clause: `high-risk by Annex III 4(a)`. */
export function outcomeWords(outcome: Text): string {
  return said(outcome, byWords(outcome));
}

/** The same without the grounds of a class: `high-risk`. */
export function outcomeHeadline(outcome: Text): string {
  return said(outcome, '');
}

function said({ id, params }: Text, by: string): string {
  const name = wordOf(params['class']);
  const regime = wordOf(params['regime']);
  const count = Number(params['count'] ?? 0);
  const risk = inSentence(wordOf(params['risk']));
  switch (id) {
    case 'outcome.class':
      return name + by;
    case 'outcome.class-within':
      return `${name}${by} if in scope`;
    case 'outcome.class-open':
      return `may be ${name}${by}`;
    case 'outcome.class-out':
      return `not ${name}`;
    case 'outcome.grounds-out':
      return by === '' ? `fewer grounds of ${name}` : `not ${name}${by}`;
    case 'outcome.regime':
      return isVoluntary({ id, params }) ? `${regime} (voluntary) applies` : `${regime} applies`;
    case 'outcome.regime-out':
      return `${regime} does not apply`;
    case 'outcome.duties':
      return counted(count, 'more duty', 'more duties');
    case 'outcome.duties-out':
      return `${counted(count, 'duty', 'duties')} less`;
    case 'outcome.risk':
      return `risk: ${risk}`;
    case 'outcome.risk-out':
      return `no risk of ${risk}`;
    default:
      return id;
  }
}

function byWords({ params: { basis } }: Text): string {
  if (!Array.isArray(basis) || basis.length === 0) return '';
  return ` by ${basis.length <= namedAnswers ? joined(basis) : `${basis[0]} and ${basis.length - 1} more`}`;
}

function wordOf(value: Text['params'][string] | undefined): string {
  return typeof value === 'string' ? value : '';
}
