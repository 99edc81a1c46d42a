import type { System } from '../../answer/schema';
import { className, counted } from '../words/labels';
import { DayFromNow } from './day';
import type { Milestone, Move } from './milestones';
import { milestones } from './milestones';
import { useReading } from './reading';
import { Part } from './section';
import { Tag } from './tags';

/** What begins when, earliest first: the day on which the law is read stands between past and coming. */
export function Dates({ system }: { system: System }) {
  const { root } = useReading();
  const all = milestones(system);
  const past = all.filter(({ day }) => day <= root.asOf);
  const coming = all.filter(({ day }) => day > root.asOf);
  return (
    <Part title="Dates" class="dates">
      {all.length === 0 ? (
        <p class="muted">No date is known for it.</p>
      ) : (
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
      )}
    </Part>
  );
}

function OneDay({ milestone, when }: { milestone: Milestone; when: 'past' | 'coming' }) {
  const { day, binding, certain, classes, duties, moves } = milestone;
  return (
    <li class={when}>
      <p class="day">
        <DayFromNow day={day} /> {!binding && <Tag>voluntary</Tag>}{' '}
        {!certain && <Tag kind="open">may apply</Tag>}
      </p>
      {classes.map(({ id, basis, verdict }, index) => (
        <p key={index}>
          {verdict === 'yes' ? '' : 'perhaps '}
          {className(id)} by {basis}
        </p>
      ))}
      {duties.length > 0 && (
        <p>
          {counted(duties.length, 'duty', 'duties')}: {duties.map(({ title }) => title).join(', ')}
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

function moveWords({ from, by, duties }: Move, of: number): string {
  const which = duties.length === of ? 'moved' : `${duties.length} of them moved`;
  return `${which} from ${from} by ${by}`;
}
