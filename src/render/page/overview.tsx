import type { ComponentChildren } from 'preact';
import { joined } from '../../answer/format';
import type { Finding } from '../../answer/schema';
import { knownUntilWords, lateness } from '../words/known-until';
import { className, counted } from '../words/labels';
import { Day, DayFromNow } from './day';
import type { RootFigures, SystemFigures } from './figures';
import { PlaceLink } from './links';
import { OpenClasses } from './open-classes';
import { useReading } from './reading';
import { Region } from './section';
import { Cell, Row, RowHead, Table } from './table';
import { ClassTag } from './tags';

/** The page in ten seconds: what there is, what binds, what lacks, what comes next, what is wrong. */
export function Overview({ figures }: { figures: RootFigures }) {
  const { root, anchor } = useReading();
  return (
    <Region anchor={`${anchor}overview`} title={<span class="sr-only">Overview</span>} class="overview">
      <Late />
      <Prohibited figures={figures.prohibited} />
      <dl class="glance">
        <Figure title="Systems" value={String(root.systems.length)} detail={classesDetail(figures)} />
        <Figure title="Gaps" value={String(figures.gaps)} detail={gapsDetail(figures)} />
        <Figure
          title="Next date"
          value={figures.next ? <Day day={figures.next.milestone.day} /> : 'none'}
          detail={nextDetail(figures)}
        />
        <Figure
          title="Findings"
          value={String(figures.findings.length)}
          detail={findingsDetail(figures.findings)}
        />
      </dl>
      {figures.settled && figures.gaps === 0 && figures.findings.length === 0 && (
        <p class="notice notice-good">
          Nothing to do now: all is decided, no gap and no finding on this day.
        </p>
      )}
      {!figures.settled && figures.systems.every(({ held }) => held.length === 0) && (
        <p class="notice">
          Little can be said yet: the manifest leaves too much open. What to say next stands with each system.
        </p>
      )}
      <SystemsTable figures={figures.systems} />
    </Region>
  );
}

function Figure({ title, value, detail }: { title: string; value: ComponentChildren; detail: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd class="value">{value}</dd>
      <dd class="detail">{detail}</dd>
    </div>
  );
}

function classesDetail({ classes, systems }: RootFigures): string {
  const telling = classes.filter(({ id }) => className(id) !== 'minimal');
  if (telling.length > 0) {
    return joined(telling.slice(0, 3).map(({ id, count }) => `${count} ${className(id)}`));
  }
  const waiting = systems.filter(({ settled }) => !settled).length;
  return waiting > 0 ? `${waiting} not decided yet` : 'no class with special duties';
}

function gapsDetail({ asked, gaps, legalGaps, overdue }: RootFigures): string {
  if (asked === 0) return 'no control is asked for';
  if (gaps === 0) return 'what is asked is in place';
  if (legalGaps === 0) return 'none asked for by binding law';
  return `${legalGaps} by binding law${overdue === 0 ? '' : `, ${overdue} due already`}`;
}

function nextDetail({ next, settled }: RootFigures): string {
  if (next === undefined) return settled ? 'no law begins to bind later' : 'not decided yet';
  const { classes, duties } = next.milestone;
  const [first] = [...duties, ...classes];
  const rest = duties.length + classes.length - 1;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `${first?.title ?? ''}${more}: ${joined(next.systems.slice(0, 2).map(({ name, id }) => name ?? id))}`;
}

function findingsDetail(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'the manifest is in order';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings === 0) return 'notes and hints only';
  const parts = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
  ];
  return joined(parts.filter((part) => part !== ''));
}

/** Where the day of the law lies long after what the catalog knows, that stands before everything else. */
function Late() {
  const { root } = useReading();
  if (lateness(root) !== 'long') return null;
  return (
    <div class="notice notice-bad">
      <p>
        <strong>{knownUntilWords(root.knownUntil)}</strong> It is read as of {root.asOf}.
      </p>
    </div>
  );
}

function Prohibited({ figures }: { figures: readonly SystemFigures[] }) {
  if (figures.length === 0) return null;
  return (
    <div class="notice notice-bad">
      <p>
        <strong>Prohibited practice.</strong> {joined(figures.map(({ system }) => system.name ?? system.id))}{' '}
        {figures.length === 1 ? 'does' : 'do'} what a law forbids. Read why below before anything else.
      </p>
    </div>
  );
}

function SystemsTable({ figures }: { figures: readonly SystemFigures[] }) {
  const { anchor } = useReading();
  return (
    <div class="systems-table" data-roving="">
      <Table
        caption={<span class="sr-only">Systems of this manifest</span>}
        columns={[
          { title: 'System' },
          { title: 'Class' },
          { title: 'Gaps' },
          { title: 'Next date', class: 'date' },
        ]}
      >
        {figures.map((each, index) => {
          const { system, next } = each;
          return (
            <Row key={index}>
              <RowHead>
                <a href={`#${anchor}system-${index}`}>{system.name ?? system.id}</a>{' '}
                <PlaceLink place={{ path: system.path, file: system.file, range: system.range }} />
              </RowHead>
              <Cell label="Class">
                <ClassLines figures={each} />
              </Cell>
              <Cell label="Gaps">{gapsCell(each)}</Cell>
              <Cell label="Next date" class="date">
                {next ? <DayFromNow day={next.day} /> : <span class="muted">none</span>}
              </Cell>
            </Row>
          );
        })}
      </Table>
    </div>
  );
}

function ClassLines({ figures }: { figures: SystemFigures }) {
  const { held, open, mayBind, settled, inScope } = figures;
  if (held.length + open.length === 0) {
    if (mayBind > 0) return <span class="muted">{counted(mayBind, 'law')} may apply</span>;
    return <span class="muted">{!settled ? 'open' : inScope ? 'none' : 'nothing applies'}</span>;
  }
  return (
    <ul class="class-lines">
      {held.map(({ id, since, atLeast }) => (
        <li key={id}>
          <ClassTag id={id} verdict="yes" atLeast={atLeast} /> <Since since={since} />
        </li>
      ))}
      <OpenClasses names={open} />
    </ul>
  );
}

function Since({ since }: { since: string | null }) {
  const { root } = useReading();
  if (since === null) return null;
  return (
    <span class="muted nowrap">
      {since <= root.asOf ? 'since' : 'from'} <Day day={since} />
    </span>
  );
}

function gapsCell({ gaps, asked, overdue }: SystemFigures): ComponentChildren {
  if (asked === 0) return <span class="muted">nothing asked</span>;
  if (gaps.length === 0) return `none of ${asked} asked`;
  return (
    <>
      <strong>{gaps.length}</strong> of {asked} asked
      {overdue.length > 0 && <span class="muted">, {overdue.length} due already</span>}
    </>
  );
}
