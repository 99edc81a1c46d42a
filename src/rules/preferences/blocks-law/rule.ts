import { sharedFacts } from '../../../manifest/project';
import { blockedLaw } from '../../../select/blocked-law';
import { readPreferences } from '../../../select/preferences';
import type { Draft, RootContext, Rule } from '../../rule';

/** More names than these are counted. */
const named = 3;

/** Preferences that leave no tool for what the law asks: nothing else would tell before the report is read. */
export const blocksLaw: Rule = {
  id: 'preferences/blocks-law',
  title: 'Preferences that leave no tool for what the law asks',
  severity: 'warning',
  messages: {
    one: '`{constraint}` shuts out every tool for what the law asks of {systems}: {capabilities}. Without it there would be {tools:or}. Widen it, or show how else it is done.',
    several:
      '{constraints} together shut out every tool for what the law asks of {systems}: {capabilities}. Without them there would be {tools:or}. Widen them, or show how else it is done.',
    other: 'this shuts them out too',
  },
  *root(context) {
    const facts = sharedFacts(context.project);
    const preferences = readPreferences(facts);
    if (!constrains(preferences)) return;
    for (const law of blockedLaw(context.model, context.needySystems(), preferences)) {
      const spots = law.constraints.flatMap((constraint) => facts.get(constraint).spots.slice(0, 1));
      const [spot, ...others] = spots;
      if (!spot) continue;
      const draft: Draft = {
        message: {
          id: law.constraints.length === 1 ? 'one' : 'several',
          params: {
            constraint: law.constraints[0] ?? '',
            constraints: law.constraints.map((constraint) => `\`${constraint}\``),
            systems: few(law.systems),
            capabilities: few(law.capabilities.map((id) => id.replaceAll('-', ' '))),
            tools: few(law.tools.map((id) => titleOf(context, id))),
          },
        },
        spot,
        related: others.map((place) => ({ place, message: { id: 'other', params: {} } })),
      };
      yield draft;
    }
  },
};

/** Whether anything is said that could shut a tool out: most manifests say nothing, and pay nothing for this. */
function constrains(preferences: ReturnType<typeof readPreferences>): boolean {
  const { budget, licenses, hosting, dataMayLeave, ecosystems, toolsExcluded } = preferences;
  return (
    (budget ?? licenses ?? hosting ?? ecosystems) !== undefined || !dataMayLeave || toolsExcluded.length > 0
  );
}

function few(items: readonly string[]): string[] {
  if (items.length <= named) return [...items];
  return [...items.slice(0, named - 1), `${items.length - named + 1} more`];
}

function titleOf({ model }: RootContext, tool: string): string {
  return model.pack.tools.find(({ id }) => id === tool)?.title ?? tool;
}
