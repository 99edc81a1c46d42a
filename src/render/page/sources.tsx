import type { ComponentChildren } from 'preact';
import type { Regime, Root } from '../../answer/schema';
import { disclaimer, gradeWords, stateMeanings, statusWords } from '../words/labels';
import { Day } from './day';
import { EntryLink, FileLink } from './links';
import { State } from './marks';
import { useReading } from './reading';
import { Fold, Region } from './section';
import { Cell, Row, RowHead, Table } from './table';
import { Sourcing } from './tags';

/** What the advice rests on: days, catalog, files, texts. */
export function Sources() {
  const { root, anchor } = useReading();
  const regimes = regimesOf(root);
  const stale = root.catalog.stale ?? [];
  return (
    <Region anchor={`${anchor}sources`} title="Sources and dates" class="sources">
      <dl class="facts" data-roving="">
        <Fact title="Law read as of">
          <Day day={root.asOf} />
        </Fact>
        <Fact title="Catalog">
          {root.catalog.version}, knows what happened until <Day day={root.knownUntil} />
          <span class="muted"> ({root.catalog.hash.slice(0, 12)})</span>
        </Fact>
        {root.catalog.overlays.length > 0 && (
          <Fact title="Overlays">
            {root.catalog.overlays.map((overlay, index) => (
              <span key={overlay}>
                {index > 0 && ', '}
                <code>{overlay}</code>
              </span>
            ))}
          </Fact>
        )}
        {stale.length > 0 && (
          <Fact title="Past their review day">
            {stale.map(({ kind, id, title, due }, index) => (
              <span key={`${kind}/${id}`}>
                {index > 0 && ', '}
                <EntryLink id={id}>{title}</EntryLink>{' '}
                <span class="muted">({due === null ? 'never read at a source' : <Day day={due} />})</span>
              </span>
            ))}
          </Fact>
        )}
        <Fact title="Manifest">
          {[root.path, ...root.parts.filter((part) => part !== root.path)].map((file, index) => (
            <span key={file}>
              {index > 0 && ', '}
              <FileLink file={file} />
            </span>
          ))}
        </Fact>
      </dl>
      {regimes.length > 0 && <Texts regimes={regimes} />}
      <Fold id={`${root.path}|states`} summary="What the states mean">
        <dl class="facts">
          {states.map((state) => (
            <div key={state}>
              <dt>
                <State state={state} />
              </dt>
              <dd>{stateMeanings[state]}</dd>
            </div>
          ))}
        </dl>
      </Fold>
      <p class="disclaimer">{disclaimer}</p>
    </Region>
  );
}

const states = ['met', 'declared', 'partial', 'missing', 'waived', 'not-applicable', 'unknown'] as const;

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Texts({ regimes }: { regimes: readonly Regime[] }) {
  return (
    <div data-roving="">
      <Table
        caption={<span class="sr-only">Texts read</span>}
        columns={[{ title: 'Text' }, { title: 'Where' }, { title: 'Status' }, { title: 'Sourcing' }]}
      >
        {regimes.map(({ id, title, jurisdiction, binding, status, grade, reported }) => (
          <Row key={id}>
            <RowHead>
              <EntryLink id={id}>{title}</EntryLink>
            </RowHead>
            <Cell label="Where">{jurisdiction}</Cell>
            <Cell label="Status">{binding ? `binding, ${statusWords[status]}` : statusWords[status]}</Cell>
            <Cell label="Sourcing">
              {grade === 'high' && !reported ? (
                gradeWords.high
              ) : (
                <Sourcing grade={grade} reported={reported} />
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

/** The texts that apply, or may, to any system; the first system's view of each. */
function regimesOf({ systems }: Root): Regime[] {
  const known = new Map<string, Regime>();
  for (const regime of systems.flatMap(({ regimes }) => regimes)) {
    if (regime.applies !== 'no' && !known.has(regime.id)) known.set(regime.id, regime);
  }
  return [...known.values()];
}
