import type { ComponentChildren } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { GuidanceContext, type GuidanceSource } from './context';
import { GuidanceText } from './guidance-text';
import { Fold } from './section';

/**
 * The catalog's guidance on an entry, to open. `id` is its kind and id. Nothing where the catalog has none. What is
 * `repeated` stands on the page before, and is left out on paper.
 */
export function HowTo({
  id,
  fold,
  summary,
  repeated = false,
}: {
  id: string;
  fold: string;
  summary: ComponentChildren;
  repeated?: boolean;
}) {
  const source = useContext(GuidanceContext);
  if (source?.find(id) === undefined) return null;
  return (
    <Fold large minor={repeated} id={`${fold}|how-to`} class="how-to" summary={summary}>
      <Guidance id={id} source={source} />
    </Fold>
  );
}

/** Made when it is opened: then the text is wanted. */
function Guidance({ id, source }: { id: string; source: GuidanceSource }) {
  useEffect(() => source.want?.(id), [id, source]);
  const found = source.find(id);
  if (found === undefined || found === 'waiting') return <p class="muted">Loading</p>;
  if (found === 'failed') {
    return <p role="alert">The guidance could not be loaded. Close this part and open it again.</p>;
  }
  return <GuidanceText markdown={found.markdown} />;
}
