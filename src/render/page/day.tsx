import { useReading } from './reading';
import { spanWords } from './spans';

export function Day({ day }: { day: string }) {
  return <time dateTime={day}>{day}</time>;
}

/** A day, and how far it is from the day on which the law is read. */
export function DayFromNow({ day }: { day: string }) {
  const { root } = useReading();
  return (
    <>
      <Day day={day} /> <span class="muted nowrap">{spanWords(root.asOf, day)}</span>
    </>
  );
}
