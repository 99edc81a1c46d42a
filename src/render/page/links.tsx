import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Place } from '../../answer/schema';
import { placeWords } from '../words/places';
import { ActionsContext, ReadingContext } from './context';
import { isHttps } from './https';

/**
 * A place of the manifest. With text, the text leads there; without, the place names itself. Where nothing can be
 * opened, it is `file:line` in text.
 */
export function PlaceLink({ place, children }: { place: Place; children?: ComponentChildren }) {
  const actions = useContext(ActionsContext);
  const reading = useContext(ReadingContext);
  const spot = placeWords(place);
  if (actions === undefined) {
    return (
      <>
        {children} <span class="place">{spot}</span>
      </>
    );
  }
  const line = `line ${place.range.start.line + 1}`;
  const go = () => actions.reveal(place);
  if (children !== undefined) {
    return (
      <button type="button" class="link" title={`Go to ${spot}`} onClick={go}>
        {children}
      </button>
    );
  }
  // One file is the rule, and its name on every line would be noise; the full name is there for who asks.
  const shown = place.file === reading?.root.path ? line : spot;
  return (
    <button
      type="button"
      class="place"
      title={place.path}
      aria-label={shown === line ? `Go to ${line} of ${place.file}` : `Go to ${spot}`}
      onClick={go}
    >
      {shown}
    </button>
  );
}

/** How many places of one reason are named; the rest are counted. */
const namedPlaces = 3;

/** Places of one reason, each line once. */
export function PlaceLinks({ places }: { places: readonly Place[] }) {
  const lines = [...new Map(places.map((place) => [placeWords(place), place])).values()];
  const rest = lines.length - namedPlaces;
  return (
    <>
      {lines.slice(0, namedPlaces).map((place, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <PlaceLink place={place} />
        </span>
      ))}
      {rest > 0 && <span class="muted"> and {rest} more</span>}
    </>
  );
}

/** A whole file of the manifest. */
export function FileLink({ file }: { file: string }) {
  const actions = useContext(ActionsContext);
  if (actions === undefined) return <code>{file}</code>;
  const start = { line: 0, character: 0 };
  return (
    <button
      type="button"
      class="link"
      title={`Go to ${file}`}
      onClick={() => actions.reveal({ path: '', file, range: { start, end: start } })}
    >
      <code>{file}</code>
    </button>
  );
}

/** Leads to the page of a catalog entry or rule: what it is, its sources and dates. Plain text in the HTML file. */
export function EntryLink({ id, children }: { id: string; children: ComponentChildren }) {
  const actions = useContext(ActionsContext);
  if (actions === undefined) return <>{children}</>;
  return (
    <button type="button" class="link" title={`Explain ${id}`} onClick={() => actions.openEntry(id)}>
      {children}
    </button>
  );
}

/** An address in the web. Anything but https stays text: it may come from an overlay that nobody here has read. */
export function WebLink({ url, children }: { url: string; children?: ComponentChildren }) {
  if (!isHttps(url)) return <span>{children ?? url}</span>;
  return (
    <a href={url} rel="noopener noreferrer">
      {children ?? url.replace(/^https:\/\//, '').replace(/\/$/, '')}
    </a>
  );
}
