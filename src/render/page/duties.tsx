import type { Duty, Regime } from '../../answer/schema';
import { statusWords } from '../words/labels';
import { bindingFirst } from './applies';
import { Day, DayFromNow } from './day';
import { EntryLink } from './links';
import { State } from './marks';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Fold, Part } from './section';
import { Cell, Row, RowHead, Table } from './table';
import { Sourcing, Tag } from './tags';

/** The duties of one system, a table for each law or framework: binding law first, voluntary ones named so. */
export function Duties({ regimes, fold }: { regimes: readonly Regime[]; fold: string }) {
  const some = bindingFirst(regimes.filter(({ applies }) => applies !== 'no'))
    .map((regime) => ({ regime, duties: byDate(regime.duties.filter(({ applies }) => applies !== 'no')) }))
    .filter(({ duties }) => duties.length > 0);
  return (
    <Part title="Duties" class="duties">
      {some.length === 0 && <p class="muted">No duty is known for it.</p>}
      {some.map(({ regime, duties }) => (
        <Table
          key={regime.id}
          caption={<Caption regime={regime} />}
          columns={[
            { title: regime.binding ? 'Duty' : 'Recommendation' },
            { title: regime.binding ? 'Due' : 'Since', class: 'date' },
            { title: 'State', class: 'state-column' },
            { title: 'Roles', class: 'roles-column' },
          ]}
        >
          {duties.map((duty) => (
            <OneDuty key={duty.id} duty={duty} binding={regime.binding} fold={fold} />
          ))}
        </Table>
      ))}
    </Part>
  );
}

/** Earliest first; without a date last; what only may apply after what does. The catalog's order within. */
function byDate(duties: readonly Duty[]): Duty[] {
  const key = ({ applies, due }: Duty) => `${applies === 'yes' ? 0 : 1} ${due ?? '9999-12-31'}`;
  const keys = [...new Set(duties.map(key))].sort();
  return keys.flatMap((wanted) => duties.filter((duty) => key(duty) === wanted));
}

function Caption({ regime: { title, jurisdiction, binding, status, applies } }: { regime: Regime }) {
  return (
    <>
      <strong>{title}</strong>{' '}
      <span class="muted">
        {jurisdiction} ·{' '}
        {binding ? `binding, ${statusWords[status]}` : 'voluntary: nothing here is a legal duty'}
      </span>{' '}
      {applies === 'unknown' && <Tag kind="open">may apply</Tag>}
    </>
  );
}

function OneDuty({ duty, binding, fold }: { duty: Duty; binding: boolean; fold: string }) {
  const { id, title, article, applies, due, state, roles, grade, reported } = duty;
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
        <Due due={due} moved={duty.dueMoved} />
      </Cell>
      <Cell label="State" class="state-column">
        {applies === 'unknown' ? <Tag kind="open">may apply</Tag> : <State state={state} />}{' '}
        <Sourcing grade={grade} reported={reported} />
      </Cell>
      <Cell label="Roles" class="roles-column">
        {roles.join(', ')}
      </Cell>
    </Row>
  );
}

function Due({ due, moved }: { due: Duty['due']; moved: Duty['dueMoved'] }) {
  if (due === null) return <span class="muted">no date</span>;
  return (
    <>
      <DayFromNow day={due} />
      {moved && (
        <span class="moved muted">
          moved from <Day day={moved.from} /> by {moved.by}
        </span>
      )}
    </>
  );
}

function DutyBody({ duty: { id, statement, reasons, controls } }: { duty: Duty }) {
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
        </EntryLink>
      </p>
    </>
  );
}
