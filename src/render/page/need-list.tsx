import { needGroups } from './need-words';
import { useReading } from './reading';

/** Needs in words; with their system where the manifest has several. */
export function NeedList({ needs }: { needs: readonly string[] }) {
  const { root, names } = useReading();
  return (
    <>
      {needGroups(needs, names).map(({ system, words }, index) => (
        <span key={index}>
          {index > 0 && '; '}
          {words.join(', ')}
          {root.systems.length > 1 && <span class="muted"> for {system}</span>}
        </span>
      ))}
    </>
  );
}
