import type { System } from '../../answer/schema';
import { className, counted } from '../words/labels';
import { DayFromNow } from './day';
import type { Milestone, Move } from './milestones';
import { milestones } from './milestones';
import { useReading } from './reading';
import { Fold, Part } from './section';

/** From when law binds, earliest first: the day on which the law is read stands between past and coming. */
export function Dates({ system }: { system: System }) {
  const { root } = useReading();
  const certain = milestones(system, 'yes');
  const open = milestones(system, 'unknown');
  return (
    <Part title="Dates" class="dates">
      {certain.length === 0 ? <p class="muted">No date is certain.</p> : <Timeline all={certain} />}
      {open.length > 0 && (
        <Fold
          minor
          large
          id={`${root.path}|${system.id}|dates`}
          summary={`${counted(open.length, 'date')} of what may apply`}
        >
          <Timeline all={open} />
        </Fold>
      )}
    </Part>
  );
}

function Timeline({ all }: { all: readonly Milestone[] }) {
  const { root } = useReading();
  const past = all.filter(({ day }) => day <= root.asOf);
  const coming = all.filter(({ day }) => day > root.asOf);
  return (
    <ol class="timeline">
      {past.map((milestone, index) => (
        <OneDay key={index} milestone={milestone} when="past" />
      ))}
      <li class="today">
        <span class="day">
          <time dateTime={root.asOf}>{root.asOf}</time>
        </span>{' '}
        law is read as of this day
      </li>
      {coming.map((milestone, index) => (
        <OneDay key={index} milestone={milestone} when="coming" />
      ))}
    </ol>
  );
}

function OneDay({ milestone, when }: { milestone: Milestone; when: 'past' | 'coming' }) {
  const { day, classes, duties, moves } = milestone;
  return (
    <li class={when}>
      <p class="day">
        <DayFromNow day={day} />
      </p>
      {classes.map(({ id, basis }, index) => (
        <p key={index}>
          {className(id)} by {basis}
        </p>
      ))}
      {duties.length > 0 && (
        <p>
          {counted(duties.length, 'duty', 'duties')}: {few(duties.map(({ title }) => title))}
        </p>
      )}
      {moves.map((move, index) => (
        <p key={index} class="muted">
          {moveWords(move, duties.length)}
        </p>
      ))}
    </li>
  );
}

/** More duties than this on one day are counted; the table of duties names all. */
const namedDuties = 6;

function few(titles: readonly string[]): string {
  if (titles.length <= namedDuties) return titles.join(', ');
  return `${titles.slice(0, namedDuties - 1).join(', ')} and ${titles.length - namedDuties + 1} more`;
}

function moveWords({ from, by, duties }: Move, of: number): string {
  const which = duties.length === of ? 'moved' : `${duties.length} of them moved`;
  return `${which} from ${from} by ${by}`;
}
