import type { Choice } from '../../answer/schema';
import { counted } from '../words/labels';
import { sentence } from '../words/sentence';
import { HowTo } from './how-to';
import { EntryLink, WebLink } from './links';
import { NeedList } from './need-list';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Below, Fold, Heading } from './section';
import { Tag } from './tags';

/** One recommended tool: what it is, what it closes, what it alone closes, and what could stand in its place. */
export function ToolCard({ choice }: { choice: Choice }) {
  const { root } = useReading();
  const { tool, name, summary, homepage, closes, closesAlone, inUse, advice, reasons, alternatives } = choice;
  const shared = closes.filter((need) => !closesAlone.includes(need));
  return (
    <article class="card tool" data-roving="">
      <div class="tool-head">
        <Heading>
          <EntryLink id={tool}>{name}</EntryLink>
        </Heading>
        {inUse && <Tag>{advice === undefined ? 'in use' : `in use: ${advice}`}</Tag>}
        <span class="homepage">
          <WebLink url={homepage} />
        </span>
      </div>
      <p>{summary}</p>
      <dl class="closes">
        {closesAlone.length > 0 && (
          <div>
            <dt>Closes alone</dt>
            <dd>
              <NeedList needs={closesAlone} />
            </dd>
          </div>
        )}
        {shared.length > 0 && (
          <div>
            <dt>{closesAlone.length > 0 ? 'Closes too' : 'Closes'}</dt>
            <dd>
              <NeedList needs={shared} />
            </dd>
          </div>
        )}
        {closes.length === 0 && (
          <div>
            <dt>Closes</dt>
            <dd class="muted">nothing that is asked for</dd>
          </div>
        )}
      </dl>
      {/* What it closes stands above already. */}
      <Reasons reasons={reasons.filter(({ text }) => text.id !== 'tool.closes')} about={tool} />
      <Below>
        <HowTo
          id={`tools/${tool}`}
          fold={`${root.path}|tool|${tool}`}
          summary={
            <>
              How to start<span class="sr-only"> with {name}</span>
            </>
          }
        />
      </Below>
      {alternatives.length > 0 && (
        <Fold id={`${root.path}|tool|${tool}`} summary={counted(alternatives.length, 'alternative')}>
          <ul class="items">
            {alternatives.map((alternative) => (
              <li key={alternative.tool}>
                <Alternative alternative={alternative} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </article>
  );
}

function Alternative({ alternative }: { alternative: Choice['alternatives'][number] }) {
  const { tool, name, loses, gains, costChange, lost, reasons } = alternative;
  return (
    <>
      <p class="item-head">
        <span class="title">
          <EntryLink id={tool}>{name}</EntryLink>
        </span>
        <span class="muted">{costWords(costChange)}</span>
      </p>
      {loses.length > 0 && (
        <p>
          loses <NeedList needs={loses} />
        </p>
      )}
      {gains.length > 0 && (
        <p>
          gains <NeedList needs={gains} />
        </p>
      )}
      {loses.length === 0 && gains.length === 0 && <p>closes the same</p>}
      {lost && <p class="aside">not chosen: {sentence(lost)}</p>}
      <Reasons reasons={reasons} about={tool} />
    </>
  );
}

/** The catalog's cost is a rank from 0 to 9, never money or hours; here only its direction is told. */
function costWords(change: number): string {
  if (change === 0) return 'about as costly';
  return change > 0 ? 'more costly to have and run' : 'less costly to have and run';
}
