import type { Control, Regime } from '../../../answer/schema';
import { anchorOf } from '../../../manifest/document';
import type { Draft, Rule, SystemContext } from '../../rule';

const worst = 3;

/** The one finding about what a system lacks: how much, and the worst three. Everything else is in the report. */
export const gaps: Rule = {
  id: 'system/gaps',
  title: 'Asked controls that are not in place',
  severity: 'warning',
  messages: {
    due: '{count|One asked control is|{count} asked controls are} not in place; {overdue|one of them was|{overdue} of them were} due already. First: {worst}.',
    coming:
      '{count|One asked control is|{count} asked controls are} not in place. First binding duty due {due}. First: {worst}.',
    risks:
      '{count|One asked control is|{count} asked controls are} not in place for grave risks. First: {worst}.',
    class: '{class} by {basis}',
  },
  *system(context) {
    const open = context.controls.filter(isGap);
    if (open.length === 0) return;
    const due = open.flatMap((control) => control.due ?? []).sort()[0];
    const isDue = (control: Control) => control.due !== null && control.due <= context.asOf;
    const overdue = open.filter(isDue);
    // Where duties are due already, their controls come first, whatever weighs more.
    const ordered = [...overdue, ...open.filter((control) => !isDue(control))];
    const params = {
      count: open.length,
      overdue: overdue.length,
      worst: ordered.slice(0, worst).map(({ title }) => title),
      due: due ?? '',
    };
    const draft: Draft = {
      message: { id: overdue.length > 0 ? 'due' : due === undefined ? 'risks' : 'coming', params },
      spot: context.spot(anchorOf(context.checked.piece.tree, context.checked.piece)),
      severity: overdue.length > 0 ? 'warning' : 'information',
      related: relatedFacts(context.regimes),
    };
    yield draft;
  },
};

function isGap(control: Control): boolean {
  return (
    control.asked &&
    (control.state === 'missing' || control.state === 'partial' || control.state === 'declared')
  );
}

/** The facts that brought the classes about. */
function relatedFacts(regimes: SystemContext['regimes']): NonNullable<Draft['related']> {
  return regimes
    .filter((regime: Regime) => regime.binding)
    .flatMap((regime) =>
      regime.classes.filter(({ verdict, id }) => verdict === 'yes' && !id.endsWith('.minimal')),
    )
    .flatMap((found) =>
      found.reasons
        .flatMap(({ places }) => places.slice(0, 1))
        .slice(0, 1)
        .map((place) => ({
          place,
          message: { id: 'class', params: { class: found.id, basis: found.basis } },
        })),
    );
}
