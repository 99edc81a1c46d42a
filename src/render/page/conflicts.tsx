import { joined } from '../../answer/format';
import { EntryLink } from './links';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Region } from './section';

/** Where two texts ask for different things of the same system, and what to do about it. */
export function Conflicts() {
  const { root, names, anchor } = useReading();
  if (root.conflicts.length === 0) return null;
  return (
    <Region anchor={`${anchor}conflicts`} title="Where texts differ">
      <ul class="items" data-roving="">
        {root.conflicts.map(({ id, title, statement, advice, systems, reasons }) => (
          <li key={id}>
            <p class="item-head">
              <span class="title">
                <EntryLink id={id}>{title}</EntryLink>
              </span>
              <span class="muted">for {joined(systems.map(names.system))}</span>
            </p>
            <p>{statement}</p>
            <p>What to do: {advice}</p>
            <Reasons reasons={reasons} about={id} />
          </li>
        ))}
      </ul>
    </Region>
  );
}
