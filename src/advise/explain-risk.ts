import type { Bodies, Pack } from '../catalog/pack';
import type { RiskEntry } from '../catalog/schema/risk';
import { page } from './explain-page';
import { crosswalkSection, named, section } from './explain-sections';

/** A page about a risk: how grave it is and what moves that, where it happened, what answers it. */
export function explainRisk(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const risk = pack.risks.find((candidate) => candidate.id === id);
  if (!risk) return undefined;
  const { title, family, statement, example, scope, severity, confidence } = risk;
  const judged = scope === 'organization' ? 'Judged once for the organization.' : 'Judged for each system.';
  const facts = [
    `Risk, ${family}. ${judged} Grade: ${confidence}.`,
    statement,
    `For example: ${example}`,
    `**Severity**: ${severity.base} of 5 before what moves it.`,
  ];
  return page(title, facts, bodies[`risks/${id}`], risk.sources, [
    ...section('What moves its severity', shiftLines(severity)),
    ...section('Where it happened or was measured', risk.known.map(knownLine(risk))),
    ...section('What answers it', answerLines(pack, id)),
    ...crosswalkSection(pack, risk.crosswalk),
  ]);
}

function shiftLines({ raises, lowers }: RiskEntry['severity']): string[] {
  return [...raises.map(({ by, why }) => `+${by}: ${why}`), ...lowers.map(({ by, why }) => `-${by}: ${why}`)];
}

function knownLine({ sources }: RiskEntry) {
  return ({ what, when, sources: ids }: RiskEntry['known'][number]): string => {
    const titles = sources.flatMap((source) => (ids.includes(source.id ?? '') ? source.title : []));
    return `${when}: ${what}${titles.length > 0 ? ` (${titles.join('; ')})` : ''}`;
  };
}

function answerLines({ controls }: Pack, risk: string): string[] {
  const having = (wanted: 'primary' | 'partial') =>
    controls
      .filter(({ mitigates }) => mitigates.some((link) => link.risk === risk && link.strength === wanted))
      .map(({ id, title }) => named(id, title));
  return [
    ...having('primary').map((control) => `${control}, mainly`),
    ...having('partial').map((control) => `${control}, in part`),
  ];
}
