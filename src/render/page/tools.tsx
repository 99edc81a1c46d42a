import type { Portfolio } from '../../answer/schema';
import { counted } from '../words/labels';
import { Blocked } from './blocked';
import { Frontier } from './frontier';
import { LeftOver } from './left-over';
import { useReading } from './reading';
import { Region } from './section';
import { ToolCard } from './tool-card';

/** Which few tools close the most, why these, what stays open, and what more or fewer would bring. */
export function Tools() {
  const { root, anchor } = useReading();
  const { portfolio } = root;
  if (portfolio === null) return null;
  return (
    <Region anchor={`${anchor}tools`} title="Tools" class="tools">
      <p class="lede">{ledeOf(portfolio)}</p>
      <Blocked portfolio={portfolio} />
      {portfolio.tools.length > 0 && (
        <ol class="tool-list">
          {portfolio.tools.map((choice) => (
            <li key={choice.tool}>
              <ToolCard choice={choice} />
            </li>
          ))}
        </ol>
      )}
      <LeftOver portfolio={portfolio} />
      <Frontier portfolio={portfolio} />
      {portfolio.needs.length > 0 && (
        <p class="aside">A catalog shortlists; a trial on your own data decides.</p>
      )}
    </Region>
  );
}

function ledeOf({ needs, tools, proven, gap, size, unmet }: Portfolio): string {
  if (needs.length === 0) return 'No tool is needed: nothing that is asked for and open is work for a tool.';
  if (tools.length === 0) return `No tool may close any of the ${counted(needs.length, 'need')}.`;
  const legal = needs.filter((need) => need.legal);
  const open = new Set(unmet.map(({ need }) => need));
  const closed = needs.length - open.size;
  const law =
    legal.length === 0
      ? ''
      : ` (${legal.filter(({ id }) => !open.has(id)).length} of ${legal.length} by binding law)`;
  const limit = `at most ${counted(size, 'new tool')}`;
  const firm = proven
    ? `No other choice of ${limit} closes more.`
    : `The best choice of ${limit} that was found${gap === undefined ? '' : `; a better one could close at most ${gap} more weight`}.`;
  return `${counted(tools.length, 'tool')} close ${closed} of ${counted(needs.length, 'need')}${law}. ${firm}`;
}
