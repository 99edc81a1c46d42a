import type { System } from '../../answer/schema';
import { byForce } from '../words/force';
import { counted } from '../words/labels';
import { Applies } from './applies';
import { Controls } from './controls';
import { Dates } from './dates';
import { DayFromNow } from './day';
import { Duties } from './duties';
import type { SystemFigures } from './figures';
import { PlaceLink } from './links';
import { OpenClasses } from './open-classes';
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
        {system.name !== null && system.name !== system.id && <code class="id">{system.id}</code>}
        {system.purpose !== null && <p class="purpose">{system.purpose}</p>}
        <Summary figures={figures} />
      </div>
      <Below>
        <Fold
          id={cardFold(root.path, system.id)}
          class="card-body"
          large
          open={open}
          summary={
            <>
              Details<span class="sr-only"> of {system.name ?? system.id}</span>
            </>
          }
        >
          <Body system={system} />
        </Fold>
      </Below>
    </article>
  );
}

/** The id of a card's fold, for whoever wants it open. */
export function cardFold(root: string, system: string): string {
  return `${root}|${system}`;
}

function Summary({ figures: { held, open, mayBind, gaps, next } }: { figures: SystemFigures }) {
  return (
    <ul class="card-summary">
      {held.map(({ id, atLeast }) => (
        <li key={id}>
          <ClassTag id={id} verdict="yes" atLeast={atLeast} />
        </li>
      ))}
      <OpenClasses names={open} />
      {held.length + open.length === 0 && mayBind > 0 && (
        <li class="muted">{counted(mayBind, 'law')} may apply</li>
      )}
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
  const key = cardFold(root.path, system.id);
  const questions = <Questions questions={system.questions} within={system.path} fold={key} />;
  // Where nothing is certain, what to say next is all there is to do.
  const undecided = byForce(system.regimes).binds.length === 0;
  return (
    <>
      {undecided && questions}
      <div class="columns">
        <Applies system={system} />
        <Dates system={system} />
      </div>
      <Controls controls={system.controls} fold={key} />
      <Duties regimes={system.regimes} fold={key} />
      <Risks risks={system.risks} fold={key} />
      {!undecided && questions}
    </>
  );
}
