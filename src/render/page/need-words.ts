import { joined } from '../../answer/format';
import type { Need } from '../../answer/schema';
import { spoken } from '../words/labels';
import type { Names } from '../words/names';

/** When a capability does its work, as it reads after the capability. */
const momentWords: Readonly<Record<string, string>> = {
  design: 'in design',
  data: 'on data',
  develop: 'in development',
  test: 'in test',
  deploy: 'at release',
  operate: 'in operation',
  retire: 'at the end',
};

/** The needs of one system in words. */
export interface NeedGroup {
  readonly system: string;
  /** `bias metrics in test and in operation`. */
  readonly words: readonly string[];
}

/** Needs by system and capability, in the order given; an id that is no need of the portfolio is left out. */
export function needGroups(ids: readonly string[], names: Names): NeedGroup[] {
  const needs = ids.flatMap((id) => names.need(id) ?? []);
  return unrepeated(needs.map(({ system }) => system)).map((system) => {
    const own = needs.filter((need) => need.system === system);
    return {
      system: names.system(system),
      words: unrepeated(own.map(({ capability }) => capability)).map((capability) =>
        capabilityWords(own.filter((need) => need.capability === capability)),
      ),
    };
  });
}

/** `bias metrics in test and in operation` for needs of one capability. */
function capabilityWords(needs: readonly Need[]): string {
  const moments = needs.map(({ moment }) => momentWords[moment] ?? `in ${spoken(moment)}`);
  return `${spoken(needs[0]?.capability ?? '')} ${joined(moments)}`;
}

function unrepeated(items: readonly string[]): string[] {
  return [...new Set(items)];
}
