import { nearest } from '../../text/nearest';
import type { Draft, Report } from '../draft';
import type { FrameworkEntry } from '../schema/framework';
import type { Ids } from './known';

/** Reports each crosswalk into a framework that is not there, or to an item that its publisher does not have. */
export function checkCrosswalks(
  draft: Draft,
  frameworks: readonly FrameworkEntry[],
  known: Ids,
  report: Report,
): void {
  const itemsOf = new Map(frameworks.map(({ id, items }) => [id, new Set(items.map((item) => item.id))]));
  for (const { file, value } of [...draft.risks, ...draft.controls]) {
    if (value.sources.length === 0 && Object.keys(value.crosswalk).length === 0) {
      const message =
        'The entry rests on nothing. Name a source, or the item of a framework that it agrees with.';
      report(file, { steps: [] }, 'unsourced', message);
    }
    for (const [framework, ids] of Object.entries(value.crosswalk)) {
      const items = itemsOf.get(framework);
      if (items === undefined) {
        if (known.excused(framework)) continue;
        const meant = nearest(framework, [...known.all]);
        const advice = meant === undefined ? 'Correct it or remove it.' : `Did you mean ${meant}?`;
        const message = `There is no framework with the id ${framework}. ${advice}`;
        report(file, { steps: ['crosswalk', framework], on: 'key' }, 'unknown-id', message);
        continue;
      }
      ids.forEach((id, index) => {
        const steps = ['crosswalk', framework, index];
        if (!items.has(id)) {
          const meant = nearest(id, [...items]);
          const advice = meant === undefined ? 'Correct it or remove it.' : `Did you mean ${meant}?`;
          report(file, { steps }, 'unknown-id', `${framework} has no item ${id}. ${advice}`);
        } else if (ids.indexOf(id) < index) {
          report(file, { steps }, 'duplicate-id', `${id} stands in this list twice. Remove one.`);
        }
      });
    }
  }
}
