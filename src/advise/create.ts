import { createModel } from '../assess/model';
import type { Bodies, Pack } from '../catalog/pack';
import { rules } from '../rules/rules';
import type { Advisor, Analysis } from './advisor';
import { analyze, type State } from './analyze';
import { complete } from './completion';
import { explain } from './explain';
import { hover } from './hover-advice';

/** The advisor over one catalog. `bodies` are the pages to explain entries and rules with; without them pages are short. */
export function createAdvisor(pack: Pack, bodies: Bodies = {}): Advisor {
  const model = createModel(pack);
  const states = new WeakMap<Analysis, State>();
  return {
    pack,
    bodies,
    analyze(input, previous) {
      const state = analyze(model, input, previous && states.get(previous));
      states.set(state, state);
      return state;
    },
    complete: (source, position) =>
      complete(
        pack,
        source,
        position,
        rules.map(({ id }) => id),
      ),
    hover: (analysis, file, position) => {
      const state = states.get(analysis);
      return state && hover(state, file, position);
    },
    explain: (id) => explain(pack, bodies, id),
  };
}
