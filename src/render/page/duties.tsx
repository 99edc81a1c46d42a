import type { Duty, Regime } from '../../answer/schema';
import { counted, statusWords } from '../words/labels';
import { Day, DayFromNow } from './day';
import { EntryLink } from './links';
import { State } from './marks';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Fold, Part } from './section';
import { standing } from './standing';
import { Cell, Row, RowHead, Table } from './table';
import { Sourcing, Tag } from './tags';

/** The duties of one system, a table for each law; what may apply and what does not bind is folded. */
export function Duties({ regimes, fold }: { regimes: readonly Regime[]; fold: string }) {
  const law = regimes.filter(({ binding }) => binding);
  const free = regimes.filter(({ binding }) => !binding);
  const held = dutiesThat(law, 'yes');
  const open = dutiesThat(law, 'unknown');
  const recommended = [...dutiesThat(free, 'yes'), ...dutiesThat(free, 'unknown')];
  return (
    <Part title="Duties" class="duties">
      {held.length === 0 && <p class="muted">No duty is certain.</p>}
      {held.map(({ regime, duties }) => (
        <RegimeTable key={regime.id} regime={regime} duties={duties} fold={fold} />
      ))}
      <Tables id={`${fold}|duties`} all={open} fold={fold} summary={(count) => `${count} more may apply`} />
      <Tables
        id={`${fold}|recommendations`}
        all={recommended}
        fold={fold}
        summary={(count) => `${counted(count, 'recommendation')} without force of law`}
      />
    </Part>
  );
}

interface TablesProps {
  id: string;
  all: readonly { regime: Regime; duties: Duty[] }[];
  fold: string;
  summary: (count: number) => string;
}

function Tables({ id, all, fold, summary }: TablesProps) {
  const count = all.reduce((sum, { duties }) => sum + duties.length, 0);
  if (count === 0) return null;
  return (
    <Fold large id={id} summary={summary(count)}>
      {all.map(({ regime, duties }, index) => (
        <RegimeTable key={`${regime.id} ${index}`} regime={regime} duties={duties} fold={fold} />
      ))}
    </Fold>
  );
}

function dutiesThat(
  regimes: readonly Regime[],
  verdict: 'yes' | 'unknown',
): { regime: Regime; duties: Duty[] }[] {
  return regimes
    .map((regime) => ({
      regime,
      duties: byDate(regime.duties.filter(({ applies }) => standing(regime, applies) === verdict)),
    }))
    .filter(({ duties }) => duties.length > 0);
}

interface TableProps {
  regime: Regime;
  duties: readonly Duty[];
  fold: string;
}

function RegimeTable({ regime, duties, fold }: TableProps) {
  const { binding } = regime;
  // As a rule one act moved all that it moved: it is named once, above, instead of on every line.
  const movers = [...new Set(duties.flatMap(({ dueMoved }) => dueMoved?.by ?? []))];
  const [mover] = movers.length === 1 ? movers : [];
  return (
    <Table
      caption={<Caption regime={regime} mover={mover} />}
      columns={[
        { title: binding ? 'Duty' : 'Recommendation' },
        { title: binding ? 'Due' : 'Since', class: 'date' },
        { title: 'State' },
        { title: 'Roles' },
      ]}
    >
      {duties.map((duty) => (
        <OneDuty key={duty.id} duty={duty} binding={binding} saysMover={mover === undefined} fold={fold} />
      ))}
    </Table>
  );
}

/** Earliest first, without a date last; the catalog's order within. */
function byDate(duties: readonly Duty[]): Duty[] {
  const days = [...new Set(duties.flatMap(({ due }) => due ?? []))].sort();
  return [...days, null].flatMap((day) => duties.filter(({ due }) => due === day));
}

function Caption({ regime, mover }: { regime: Regime; mover: string | undefined }) {
  const { title, jurisdiction, binding, status, applies } = regime;
  return (
    <>
      <strong>{title}</strong>{' '}
      <span class="muted">
        {jurisdiction} ·{' '}
        {binding ? `binding, ${statusWords[status]}` : 'voluntary: nothing here is a legal duty'}
        {mover !== undefined && ` · dates moved by ${mover}`}
      </span>{' '}
      {applies === 'unknown' && <Tag kind="open">may apply</Tag>}
    </>
  );
}

interface DutyProps {
  duty: Duty;
  binding: boolean;
  saysMover: boolean;
  fold: string;
}

function OneDuty({ duty, binding, saysMover, fold }: DutyProps) {
  const { root } = useReading();
  const { id, title, article, applies, due, dueMoved, state, roles, reported } = duty;
  return (
    <Row>
      <RowHead>
        <Fold
          id={`${fold}|${id}`}
          summary={
            <>
              <span class="title">{title}</span> <span class="article">{article}</span>
            </>
          }
        >
          <DutyBody duty={duty} />
        </Fold>
      </RowHead>
      <Cell label={binding ? 'Due' : 'Since'} class="date">
        {due === null ? (
          <span class="muted">no date</span>
        ) : (
          <span class={binding && due <= root.asOf && isOpen(state) ? 'overdue' : ''}>
            <DayFromNow day={due} />
          </span>
        )}
        {due !== null && dueMoved && (
          <span class="moved muted">
            moved from <Day day={dueMoved.from} />
            {saysMover && ` by ${dueMoved.by}`}
          </span>
        )}
      </Cell>
      <Cell label="State">
        <span class="tags">
          {applies === 'unknown' ? <Tag kind="open">may apply</Tag> : <State state={state} />}
          {reported && <Sourcing grade="low" reported />}
        </span>
      </Cell>
      <Cell label="Roles">{roles.join(', ')}</Cell>
    </Row>
  );
}

function isOpen(state: Duty['state']): boolean {
  return state === 'missing' || state === 'partial' || state === 'declared';
}

function DutyBody({ duty: { id, statement, reasons, controls, grade } }: { duty: Duty }) {
  const { names } = useReading();
  return (
    <>
      <p>{statement}</p>
      <Reasons reasons={reasons} about={id} />
      {controls.length > 0 && (
        <p>
          <span class="muted">Served by </span>
          {controls.map((control, index) => (
            <span key={control}>
              {index > 0 && ', '}
              <EntryLink id={control}>{names.control(control)}</EntryLink>
            </span>
          ))}
        </p>
      )}
      <p>
        <EntryLink id={id}>
          <code>{id}</code>
        </EntryLink>{' '}
        <Sourcing grade={grade} reported={false} />
      </p>
    </>
  );
}
