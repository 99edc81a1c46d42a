import type { Control, Root } from '../../answer/schema';
import { gapsOf } from '../words/gaps';
import { counted } from '../words/labels';
import { sentence } from '../words/sentence';
import { DayFromNow } from './day';
import { isOverdue } from './figures';
import { HowTo } from './how-to';
import { EntryLink } from './links';
import { State } from './marks';
import { Quoted } from './quoted';
import { useReading } from './reading';
import { Fold, Part } from './section';

/** What must be in place: gaps first, then what is in place; controls that nobody asks for are folded away. */
export function Controls({ controls, fold }: { controls: readonly Control[]; fold: string }) {
  const asked = controls.filter((control) => control.asked);
  const gaps = gapsOf(asked);
  const done = asked.filter((control) => !gaps.includes(control));
  const others = controls.filter((control) => !control.asked);
  return (
    <Part
      title={asked.length === 0 ? 'Controls' : `Controls: ${counted(gaps.length, 'gap')}`}
      class="controls"
    >
      {asked.length === 0 && <p class="muted">No control is asked for.</p>}
      <ControlList controls={gaps} fold={fold} />
      <ControlList controls={done} fold={fold} />
      {others.length > 0 && (
        <Fold
          minor
          id={`${fold}|controls`}
          summary={`${counted(others.length, 'other control')} that would help, not asked`}
        >
          <ControlList controls={others} fold={fold} />
        </Fold>
      )}
    </Part>
  );
}

function ControlList({ controls, fold }: { controls: readonly Control[]; fold: string }) {
  if (controls.length === 0) return null;
  return (
    <ul class="items stated">
      {controls.map((control) => (
        <li key={control.id}>
          <OneControl control={control} fold={fold} />
        </li>
      ))}
    </ul>
  );
}

function OneControl({ control, fold }: { control: Control; fold: string }) {
  const { id, title, statement, state, lacks, due, because, asked } = control;
  const { root, names } = useReading();
  const isGap = gapsOf([control]).length > 0;
  const behind = [...because.duties.map(names.duty), ...because.risks.map(names.risk)];
  return (
    <>
      <p>
        <State state={state} />
      </p>
      <div>
        <Fold
          id={`${fold}|control|${id}`}
          summary={
            <>
              <span class="title">{title}</span>
              {asked && due !== null && (
                <span class={isOverdue(control, root.asOf) && isGap ? 'due overdue' : 'due'}>
                  <span class="muted">due</span> <DayFromNow day={due} />
                </span>
              )}
            </>
          }
        >
          <p>
            <Quoted text={statement} />
          </p>
          {behind.length > 0 && <p class="aside">For {behind.join('; ')}</p>}
          <p>
            <EntryLink id={id}>
              <code>{id}</code>
            </EntryLink>
          </p>
          {isGap && (
            <HowTo
              id={`controls/${id}`}
              fold={`${fold}|control|${id}`}
              repeated={isGapBefore(control, root)}
              summary={
                <>
                  How to do it<span class="sr-only">: {title}</span>
                </>
              }
            />
          )}
        </Fold>
        {lacks.length > 0 && <p class="lacks">Not met: {lacks.map(sentence).join('; ')}.</p>}
      </div>
    </>
  );
}

/** Whether a system that stands earlier has the same gap. */
function isGapBefore(control: Control, { systems }: Root): boolean {
  const first = systems.find(({ controls }) => gapsOf(controls).some(({ id }) => id === control.id));
  return first !== undefined && !first.controls.includes(control);
}
