import type { ComponentChildren } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { GuidanceContext, type GuidanceSource } from './context';
import { GuidanceText } from './guidance-text';
import { Below, Fold } from './section';

/** The catalog's guidance on an entry, to open. `id` is its kind and id. Nothing where the catalog has none. */
export function HowTo({ id, fold, summary }: { id: string; fold: string; summary: ComponentChildren }) {
  const source = useContext(GuidanceContext);
  if (source?.find(id) === undefined) return null;
  return (
    <Fold large id={`${fold}|how-to`} class="how-to" summary={summary}>
      <Below>
        <Guidance id={id} source={source} />
      </Below>
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
