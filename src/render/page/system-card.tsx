import type { System } from '../../answer/schema';
import { counted } from '../words/labels';
import { Applies } from './applies';
import { Controls } from './controls';
import { Dates } from './dates';
import { DayFromNow } from './day';
import { Duties } from './duties';
import type { SystemFigures } from './figures';
import { PlaceLink } from './links';
import { Questions } from './questions';
import { useReading } from './reading';
import { Risks } from './risks';
import { Below, Fold, Heading } from './section';
import { ClassTag } from './tags';

/** All about one system: the head in a glance, then the parts. `open` when there are few systems to read. */
export function SystemCard({
  figures,
  index,
  open,
}: {
  figures: SystemFigures;
  index: number;
  open: boolean;
}) {
  const { root, anchor } = useReading();
  const { system } = figures;
  const id = `${anchor}system-${index}`;
  return (
    <article class="card" aria-labelledby={id}>
      <div class="card-head" data-roving="">
        <Heading id={id}>
          <PlaceLink place={{ path: system.path, file: system.file, range: system.range }}>
            {system.name ?? system.id}
          </PlaceLink>
        </Heading>
        {system.name !== null && <code class="id">{system.id}</code>}
        {system.purpose !== null && <p class="purpose">{system.purpose}</p>}
        <Summary figures={figures} />
      </div>
      <Below>
        <Fold
          id={`${root.path}|${system.id}`}
          class="card-body"
          open={open}
          summary={<span>Reasons, duties, risks and controls</span>}
        >
          <Body system={system} />
        </Fold>
      </Below>
    </article>
  );
}

function Summary({ figures: { classes, gaps, next } }: { figures: SystemFigures }) {
  return (
    <ul class="card-summary">
      {classes.map(({ id, verdict }) => (
        <li key={id}>
          <ClassTag id={id} verdict={verdict} />
        </li>
      ))}
      <li>{counted(gaps.length, 'gap')}</li>
      {next && (
        <li>
          next <DayFromNow day={next.day} />
        </li>
      )}
    </ul>
  );
}

function Body({ system }: { system: System }) {
  const { root } = useReading();
  const key = `${root.path}|${system.id}`;
  return (
    <>
      <div class="columns">
        <Applies system={system} />
        <Dates system={system} />
      </div>
      <Controls controls={system.controls} fold={key} />
      <Duties regimes={system.regimes} fold={key} />
      <Risks risks={system.risks} fold={key} />
      <Questions questions={system.questions} within={system.path} />
    </>
  );
}
