import { joined } from '../../answer/format';
import type { Portfolio } from '../../answer/schema';
import { sentence } from '../words/sentence';
import { EntryLink } from './links';
import { NeedList } from './need-list';
import { useReading } from './reading';
import { Part } from './section';

/** What preferences block although the law asks for it, and tools in use that may go. */
export function Blocked({ portfolio }: { portfolio: Portfolio }) {
  const { names } = useReading();
  const { blocked = [], leaving = [] } = portfolio;
  return (
    <>
      {blocked.length > 0 && (
        <Part title="The law asks, and your preferences leave no tool">
          <ul class="items">
            {byConstraints(blocked).map(({ constraints, needs, tools }) => (
              <li key={constraints.join()}>
                <p>
                  <NeedList needs={needs} />
                </p>
                <p class="aside">
                  without <code>{constraints.join(' and ')}</code>: {joined(tools.map(names.tool), 'or')}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {leaving.length > 0 && (
        <Part title="In use, and may go">
          <ul class="items">
            {leaving.map(({ tool, name, because }) => (
              <li key={tool}>
                <EntryLink id={tool}>{name}</EntryLink>
                <span class="muted">: {sentence(because)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function byConstraints(blocked: NonNullable<Portfolio['blocked']>) {
  const groups = new Map<string, { constraints: string[]; needs: string[]; tools: string[] }>();
  for (const { need, constraints, lifting } of blocked) {
    const group = groups.get(constraints.join()) ?? { constraints, needs: [], tools: [] };
    groups.set(constraints.join(), group);
    group.needs.push(need);
    group.tools = [...new Set([...group.tools, ...lifting])];
  }
  return [...groups.values()];
}
