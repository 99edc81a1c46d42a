import type { ComponentChildren } from 'preact';
import { joined } from '../../answer/format';
import type { Finding } from '../../answer/schema';
import { className, counted } from '../words/labels';
import { Day, DayFromNow } from './day';
import type { RootFigures, SystemFigures } from './figures';
import { PlaceLink } from './links';
import { useReading } from './reading';
import { Region } from './section';
import { Cell, Row, RowHead, Table } from './table';
import { ClassTag } from './tags';

/** The page in ten seconds: what there is, what binds, what lacks, what comes next, what is wrong. */
export function Overview({ figures }: { figures: RootFigures }) {
  const { root, anchor } = useReading();
  return (
    <Region anchor={`${anchor}overview`} title="Overview" class="overview">
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
      {figures.gaps === 0 && figures.findings.length === 0 && root.systems.length > 0 && (
        <p class="notice notice-good">Nothing to do now: no gap and no finding on this day.</p>
      )}
      {root.systems.length > 0 && <SystemsTable figures={figures.systems} />}
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
  const open = systems.filter(({ classes }) => classes.some(({ verdict }) => verdict === 'unknown')).length;
  return open > 0 ? `class of ${open} still open` : 'no class with special duties';
}

function gapsDetail({ gaps, legalGaps }: RootFigures): string {
  if (gaps === 0) return 'what is asked is in place';
  return legalGaps === 0 ? 'none by binding law' : `${legalGaps} asked for by binding law`;
}

function nextDetail({ next }: RootFigures): string {
  if (next === undefined) return 'no law begins to bind later';
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
        {figures.map(({ system, classes, asked, gaps, next }, index) => (
          <Row key={index}>
            <RowHead>
              <a href={`#${anchor}system-${index}`}>{system.name ?? system.id}</a>{' '}
              <PlaceLink place={{ path: system.path, file: system.file, range: system.range }} />
            </RowHead>
            <Cell label="Class">
              <ClassLines classes={classes} />
            </Cell>
            <Cell label="Gaps">{gapsCell(gaps.length, asked)}</Cell>
            <Cell label="Next date" class="date">
              {next ? <DayFromNow day={next.day} /> : <span class="muted">none</span>}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

function ClassLines({ classes }: { classes: SystemFigures['classes'] }) {
  if (classes.length === 0) return <span class="muted">none</span>;
  return (
    <ul class="class-lines">
      {classes.map(({ id, verdict, since }) => (
        <li key={id}>
          <ClassTag id={id} verdict={verdict} /> <Since since={since} verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

function Since({ since, verdict }: { since: string | null; verdict: string }) {
  const { root } = useReading();
  if (since === null || verdict !== 'yes') return null;
  return (
    <span class="muted nowrap">
      {since <= root.asOf ? 'since' : 'from'} <Day day={since} />
    </span>
  );
}

function gapsCell(gaps: number, asked: number): ComponentChildren {
  if (asked === 0) return <span class="muted">nothing asked</span>;
  if (gaps === 0) return `none of ${asked} asked`;
  return (
    <>
      <strong>{gaps}</strong> of {asked} asked
    </>
  );
}
