import type { Effect, Question, Text } from '../answer/schema';
import type { Scalar } from '../manifest/fact';
import type { Model } from './model';
import {
  type Change,
  changedRegimes,
  changeOf,
  differences,
  type GroundOutlook,
  keyOf,
  type Outlook,
  type RegimeOutlook,
  type Standing,
} from './outlook';
import { text } from './reasons';

/** So many outcomes of one answer are told: the gravest. */
const toldOutcomes = 3;

/** Risks below this level change nothing that anybody asks for by itself. */
const graveSeverity = 4;

/** One way to answer a question, and what would follow. */
export interface Trial {
  readonly option: Scalar;
  readonly after: Outlook;
}

/** What the answers to one question would do. */
export interface Effects {
  readonly effects: Effect[];
  /** No answer settles anything that binds, or a risk; then what else they settle is counted. */
  readonly voluntary: boolean;
}

/**
 * What each answer to one question would do. Told is what the answer decides: what it brings, leaves open or rules out
 * that another answer would not; what comes out the same whatever is said is no effect of the answer. What binds is
 * told before what is voluntary or only reported.
 */
export function effectsOf(model: Model, before: Outlook, trials: readonly Trial[]): Effects {
  const varying = varyingGrounds(before, trials);
  const counts = trials.map(({ after }) => differences(before, after));
  const voluntary = counts.every(({ binding }) => binding === 0);
  const effects = trials.map(({ option, after }, index) => ({
    option,
    settles: counts[index]?.[voluntary ? 'other' : 'binding'] ?? 0,
    outcomes: outcomesOf(model, before, after, varying),
  }));
  return { effects, voluntary };
}

/** A ground that comes out differently by what is answered, or that any answer settles. */
interface Varying {
  readonly ground: GroundOutlook;
  /** Some answer takes it away. */
  readonly canFall: boolean;
}

/** By regime; in each, the gravest class first. */
type VaryingOf = ReadonlyMap<string, readonly Varying[]>;

function varyingGrounds(before: Outlook, trials: readonly Trial[]): VaryingOf {
  const changed = trials.flatMap(({ after }) => changedRegimes(before, after));
  const ids = [...new Set(changed.map(({ is }) => is.id))].sort();
  return new Map(ids.map((id) => [id, varyingOf(id, before, trials)]));
}

function varyingOf(id: string, before: Outlook, trials: readonly Trial[]): readonly Varying[] {
  const was = before.regimes.get(id);
  // Answers that a regime cannot tell apart share what it made of them.
  const outlooks = new Set(trials.map(({ after }) => after.regimes.get(id)));
  const grounds = new Map([was, ...outlooks].flatMap((outlook) => [...(outlook?.grounds ?? [])]));
  return [...grounds]
    .sort(([, a], [, b]) => a.order - b.order)
    .flatMap(([key, ground]) => {
      const standings = [...outlooks].map((outlook) => standingIn(outlook, key));
      const differs = standings.some((standing) => standing !== standingIn(was, key));
      return differs ? [{ ground, canFall: standings.includes('no') }] : [];
    });
}

function standingIn(regime: RegimeOutlook | undefined, key: string): Standing {
  return regime?.grounds.get(key)?.standing ?? 'no';
}

function keyOfGround({ classId, basis }: GroundOutlook): string {
  return keyOf(classId, basis);
}

function outcomesOf(model: Model, before: Outlook, after: Outlook, varying: VaryingOf): Text[] {
  const laws: Changes = { model, before, after, varying, binding: true };
  const rest: Changes = { ...laws, binding: false };
  const risks = (verdict: 'yes' | 'no') => riskOutcomes(before, after, verdict);
  const [bound, free] = [told(laws), told(rest)];
  const outcomes = [
    ...bound.brings,
    ...risks('yes'),
    ...bound.leaves,
    ...risks('no'),
    ...free.brings,
    ...free.leaves,
  ];
  return (outcomes.length > 0 ? outcomes : dutiesOut(before, after)).slice(0, toldOutcomes);
}

/** What an answer changes in the regimes that bind, or in those that do not. */
interface Changes {
  readonly model: Model;
  readonly before: Outlook;
  readonly after: Outlook;
  readonly varying: VaryingOf;
  readonly binding: boolean;
}

/** What an answer brings for sure, and what it leaves open or rules out. */
function told({ model, before, after, varying, binding }: Changes): { brings: Text[]; leaves: Text[] } {
  const regimes = [...varying.keys()]
    .flatMap((id) => changeOf(id, before, after) ?? [])
    .filter(({ is }) => is.binding === binding);
  const moved = (verdict: 'yes' | 'no') =>
    regimes.filter(({ was, is }) => is.applies === verdict && was.applies !== verdict);
  // Of the laws that come, the one that has the most to say is named first.
  const brought = moved('yes').sort((a, b) => rankOf(a.is) - rankOf(b.is));
  const ended = moved('no');
  const [isBrought, isEnded] = [brought, ended].map((some) => new Set(some.map(({ is }) => is.id)));
  // Of a law that falls away, or only now applies, each class follows from that.
  const telling = regimes
    .filter(({ is }) => !isEnded?.has(is.id))
    .flatMap(({ is }) => varying.get(is.id) ?? []);
  const was = (ground: GroundOutlook) => standingIn(before.regimes.get(ground.regime), keyOfGround(ground));
  const is = (ground: GroundOutlook) => standingIn(after.regimes.get(ground.regime), keyOfGround(ground));
  const held = byClass(telling.filter(({ ground }) => is(ground) === 'yes'));
  // What no answer closes is not left open by this one.
  const within = byClass(
    telling.filter(({ ground, canFall }) => is(ground) === 'within' && (canFall || was(ground) !== 'within')),
  );
  const open = byClass(
    telling.filter(
      ({ ground, canFall }) => canFall && is(ground) === 'open' && !isBrought?.has(ground.regime),
    ),
  );
  const fallen = byClass(telling.filter(({ ground }) => was(ground) !== 'no' && is(ground) === 'no'));
  const surer = new Set([...held.keys(), ...within.keys()]);
  const count = binding ? newDuties(regimes) : 0;
  const force: Text['params'] = binding ? {} : { force: 'voluntary' };
  return {
    brings: [
      ...[...held].map(([id, grounds]) => classText('outcome.class', model, id, grounds)),
      ...[...within].map(([id, grounds]) => classText('outcome.class-within', model, id, grounds)),
      ...brought.map(({ is }) => broughtText(model, is, force)),
      ...(count === 0 ? [] : [text('outcome.duties', { count })]),
    ],
    leaves: [
      ...[...open]
        .filter(([id]) => !surer.has(id))
        .map(([id, grounds]) => classText('outcome.class-open', model, id, grounds)),
      ...[...fallen]
        .filter(([id]) => !surer.has(id) && !open.has(id))
        .map(([id, grounds]) => {
          const left = isLeft(id, after.regimes.get(grounds[0]?.regime ?? ''));
          return classText(left ? 'outcome.grounds-out' : 'outcome.class-out', model, id, grounds);
        }),
      ...ended.map((one) => text('outcome.regime-out', { regime: shortTitle(model, one.is.id), ...force })),
    ],
  };
}

function byClass(varying: readonly Varying[]): Map<string, GroundOutlook[]> {
  const groups = new Map<string, GroundOutlook[]>();
  for (const { ground } of varying)
    groups.set(ground.classId, [...(groups.get(ground.classId) ?? []), ground]);
  return groups;
}

/** Whether a class has a ground yet, when others of it have fallen away. */
function isLeft(classId: string, regime: RegimeOutlook | undefined): boolean {
  return [...(regime?.grounds.values() ?? [])].some((ground) => ground.classId === classId);
}

function classText(id: string, model: Model, classId: string, grounds: readonly GroundOutlook[]): Text {
  const regime = grounds[0]?.regime ?? '';
  return text(id, {
    class: classId.slice(regime.length + 1),
    basis: grounds.map(({ basis }) => basis),
    regime: shortTitle(model, regime),
    // Orders outcomes of several answers: the lower, the graver the class in its law.
    rank: Math.min(...grounds.map(({ order }) => order)),
  });
}

function shortTitle(model: Model, id: string): string {
  return model.regimes.get(id)?.shortTitle ?? id;
}

/** Orders the laws that several answers bring: the lower, the more classes and duties may come of it. */
function rankOf({ grounds, duties }: RegimeOutlook): number {
  return -(grounds.size + duties.size);
}

function broughtText(model: Model, regime: RegimeOutlook, force: Text['params']): Text {
  return text('outcome.regime', { regime: shortTitle(model, regime.id), rank: rankOf(regime), ...force });
}

/** How many duties bind for sure from this answer on. */
function newDuties(regimes: readonly Change[]): number {
  let count = 0;
  for (const { was, is } of regimes) {
    for (const [id, applies] of is.duties) {
      if (applies === 'yes' && was.duties.get(id) !== 'yes') count++;
    }
  }
  return count;
}

/** How many duties the answer takes away, where it decides nothing else. */
function dutiesOut(before: Outlook, after: Outlook): Text[] {
  const possible = ({ duties }: RegimeOutlook) =>
    [...duties.values()].filter((applies) => applies !== 'no').length;
  const less = changedRegimes(before, after)
    .filter(({ is }) => is.binding)
    .reduce((sum, { was, is }) => sum + possible(was) - possible(is), 0);
  return less > 0 ? [text('outcome.duties-out', { count: less })] : [];
}

function riskOutcomes(before: Outlook, after: Outlook, verdict: 'yes' | 'no'): Text[] {
  const ids = [...new Set([...after.risks.keys(), ...before.risks.keys()])];
  const found = ids.flatMap((id) => {
    const [was, is] = [before.risks.get(id), after.risks.get(id)];
    const risk = verdict === 'yes' ? is : was;
    const changed = (is?.verdict ?? 'no') === verdict && (was?.verdict ?? 'no') !== verdict;
    return risk && changed && risk.severity >= graveSeverity ? [risk] : [];
  });
  return found
    .toSorted((a, b) => b.severity - a.severity)
    .map(({ title, severity }) =>
      text(verdict === 'yes' ? 'outcome.risk' : 'outcome.risk-out', { risk: title, severity }),
    );
}

/** The same question of several systems as one: what its answer would do in any of them. */
export function joinEffects(one: Question['effects'], other: Question['effects']): Effect[] {
  const options = [...new Set([...one, ...other].map(({ option }) => option))];
  return options.map((option) => {
    const same = [...one, ...other].filter((effect) => effect.option === option);
    const outcomes = new Map(
      same.flatMap(({ outcomes }) => outcomes).map((outcome) => [JSON.stringify(outcome), outcome]),
    );
    return {
      option,
      settles: same.reduce((sum, { settles }) => sum + settles, 0),
      outcomes: [...outcomes.values()].slice(0, toldOutcomes),
    };
  });
}
