import type { Control } from '../../answer/schema';
import { gapsOf } from '../words/gaps';
import { counted } from '../words/labels';
import { sentence } from '../words/sentence';
import { DayFromNow } from './day';
import { EntryLink } from './links';
import { State } from './marks';
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
      <ControlList controls={gaps} open />
      <ControlList controls={done} />
      {others.length > 0 && (
        <Fold
          id={`${fold}|controls`}
          summary={`${counted(others.length, 'other control')} that would help, not asked`}
        >
          <ControlList controls={others} />
        </Fold>
      )}
    </Part>
  );
}

/** `open` ones are told in full; for what is done the title is enough. */
function ControlList({ controls, open = false }: { controls: readonly Control[]; open?: boolean }) {
  if (controls.length === 0) return null;
  return (
    <ul class="items stated">
      {controls.map((control) => (
        <li key={control.id}>
          <OneControl control={control} open={open} />
        </li>
      ))}
    </ul>
  );
}

function OneControl({ control, open }: { control: Control; open: boolean }) {
  const { id, title, statement, state, lacks, due, because, asked } = control;
  const { names } = useReading();
  const behind = [...because.duties.map(names.duty), ...because.risks.map(names.risk)];
  return (
    <>
      <p>
        <State state={state} />
      </p>
      <div>
        <p class="item-head">
          <span class="title">
            <EntryLink id={id}>{title}</EntryLink>
          </span>
          {asked && due !== null && (
            <span>
              <span class="muted">due</span> <DayFromNow day={due} />
            </span>
          )}
        </p>
        {open && <p class="statement">{statement}</p>}
        {lacks.length > 0 && <p>Lacks: {lacks.map(sentence).join('; ')}.</p>}
        {behind.length > 0 && <p class="aside">For {behind.join('; ')}</p>}
      </div>
    </>
  );
}
