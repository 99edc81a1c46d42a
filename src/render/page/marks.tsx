import type { ControlState, DutyState, Severity } from '../../answer/schema';
import { stateWords } from '../words/labels';

/**
 * Small pictures beside words. Each differs in shape, not only in color, and none stands alone: assistive technology
 * reads the word.
 */

type Shape = ControlState | DutyState | Severity;

const circle = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5z';

const strokes: Readonly<Record<Shape, string>> = {
  met: 'M5 8.3l2.1 2.1L11.2 6',
  declared: 'M5 8.3l2.1 2.1L11.2 6',
  partial: '',
  missing: '',
  waived: 'M3.9 12.1l8.2-8.2',
  'not-applicable': 'M5 8h6',
  unknown: 'M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2v.2M8 11.4v.1',
  error: 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 6.2v3.4M8 11.7v.1',
  information: 'M8 7.4v4M8 4.9v.1',
  hint: '',
};

export function Mark({ shape }: { shape: Shape }) {
  return (
    <svg class={`mark mark-${shape}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path class="outline" d={outline(shape)} />
      {shape === 'partial' && <path class="filled" d="M8 3.5a4.5 4.5 0 0 1 0 9z" />}
      {strokes[shape] !== '' && <path class="stroke" d={strokes[shape]} />}
    </svg>
  );
}

function outline(shape: Shape): string {
  if (shape === 'warning') return 'M8 1.8l6.6 12H1.4z';
  if (shape === 'hint') return 'M8 3l5 5l-5 5l-5-5z';
  return circle;
}

/** A state in words, with its mark. */
export function State({ state }: { state: ControlState | DutyState }) {
  return (
    <span class="state">
      <Mark shape={state} />
      {stateWords[state]}
    </span>
  );
}

/** How grave a risk is, 1 to 5. */
export function Gravity({ severity }: { severity: number }) {
  return (
    <span class={`gravity gravity-${severity}`}>
      <svg viewBox="0 0 34 12" aria-hidden="true" focusable="false">
        {[1, 2, 3, 4, 5].map((step) => (
          <rect
            key={step}
            class={step <= severity ? 'on' : 'off'}
            x={(step - 1) * 7 + 0.5}
            y={9.5 - step * 1.6}
            width="5"
            height={2 + step * 1.6}
            rx="1"
          />
        ))}
      </svg>
      <span>
        <span class="sr-only">severity </span>
        {severity} of 5
      </span>
    </span>
  );
}

/** A share of a whole as a bar; the number stands in words beside it. */
export function Bar({ share, of }: { share: number; of: number }) {
  const width = of === 0 ? 0 : (100 * share) / of;
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="off" width="100" height="6" />
      <rect class="on" width={width} height="6" />
    </svg>
  );
}
