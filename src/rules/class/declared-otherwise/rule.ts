import type { Reason } from '../../../answer/schema';
import { textOf } from '../../../assess/declarations';
import type { ComparedClass } from '../../../assess/declared-classes';
import { factMessages, factPlaces, factWords, openFacts } from '../../facts-behind';
import { quoted } from '../../quoted';
import type { Draft, Rule, SystemContext } from '../../rule';

/**
 * What somebody says the class is, beside what follows from the facts. Milder than derived is a warning: somebody may
 * rely on it. Graver is caution, and an open class is nobody's mistake: both are information only.
 */
export const declaredOtherwise: Rule = {
  id: 'class/declared-otherwise',
  title: 'A declared class that does not follow from the facts',
  severity: 'warning',
  messages: {
    milder:
      '`{class}` is declared ({said}), but the facts make it {derived}: {facts}. Correct what is wrong: the declaration, or the facts.',
    graver:
      '`{class}` is declared ({said}), but the facts make it {derived}. Caution is allowed, but nothing follows from it: say the facts that make it so, or remove the declaration.',
    open: '`{class}` is declared ({said}). Whether it is, is open: {facts}. Say that, or ask somebody who knows.',
    foreign:
      '`{class}` is no class of `{regime}`. Name its own regime, or leave `regime` out: the class says it.',
    reason: 'the reason that is declared',
    ...factMessages,
  },
  *system(context) {
    for (const compared of context.declared) {
      const draft = draftOf(compared);
      if (draft) yield withReason(context, compared, draft);
    }
    yield* foreignOnes(context);
  },
};

function draftOf(compared: ComparedClass): Draft | undefined {
  const { class: id, agrees, differs, reasons, said, place } = compared;
  const params = { class: id, said: said === null ? 'without a reason' : quoted(said) };
  if (agrees === 'no' && differs) {
    const message = {
      id: differs,
      params: { ...params, derived: derivedWords(compared), facts: words(reasons) },
    };
    const draft: Draft = { message, spot: place, related: factPlaces(reasons) };
    return differs === 'graver' ? { ...draft, severity: 'information' } : draft;
  }
  // Where there is no text yet that a class could follow from, nobody can do anything.
  const isOpen = agrees === 'unknown' && reasons.some(({ text }) => text.id === 'declared.open');
  if (!isOpen) return undefined;
  const open = openFacts(reasons);
  const message = { id: 'open', params: { ...params, facts: words(open) } };
  return { message, spot: place, related: factPlaces(open).slice(0, mostOpen), severity: 'information' };
}

/** Of what is open, more places than these help nobody. */
const mostOpen = 3;

function words(reasons: readonly Reason[]): string[] {
  const facts = factWords(reasons);
  return facts.length > 0 ? facts : ['see the report'];
}

/** `eu-ai-act.high-risk by Annex III 4(a)`. */
function derivedWords({ reasons }: ComparedClass): string[] {
  const derived = reasons.flatMap(({ text: { id, params } }) =>
    id === 'declared.derived' ? [`${String(params['class'])} by ${String(params['basis'])}`] : [],
  );
  return derived.length > 0 ? derived : ['no class of its law'];
}

/** What is declared and what is derived clash, so both are shown. */
function withReason({ facts }: SystemContext, { place }: ComparedClass, draft: Draft): Draft {
  const reason = declarations(facts).find((member) => member.get('class').spots[0]?.span === place.span);
  const said = reason?.get('reason');
  const spot = said && textOf(said) !== undefined ? said.spots[0] : undefined;
  if (!spot) return draft;
  return {
    ...draft,
    related: [{ place: spot, message: { id: 'reason', params: {} } }, ...(draft.related ?? [])],
  };
}

/** A class that does not belong to the regime beside it. */
function* foreignOnes({ facts, declared }: SystemContext): Iterable<Draft> {
  for (const member of declarations(facts)) {
    const regime = member.get('regime');
    const id = textOf(regime);
    const compared = declared.find(({ place }) => place.span === member.get('class').spots[0]?.span);
    if (!compared || id === undefined || id === compared.regime) continue;
    const params = { class: compared.class, regime: id };
    yield { message: { id: 'foreign', params }, spot: regime.spots[0] ?? member.spot };
  }
}

function declarations(facts: SystemContext['facts']) {
  const fact = facts.get('system.declares');
  return fact.kind === 'objects' ? fact.members : [];
}
