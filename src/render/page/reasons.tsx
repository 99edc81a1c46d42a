import type { Reason } from '../../answer/schema';
import { sentence } from '../words/sentence';
import { EntryLink, PlaceLinks } from './links';

/**
 * Why something holds, or what keeps it open: one line a reason, with its places. `about` is the entry under which the
 * reasons stand; only other entries are named.
 */
export function Reasons({
  reasons,
  about,
  lead,
}: {
  reasons: readonly Reason[];
  about: string;
  lead?: string;
}) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          {lead !== undefined && <span class="lead">{lead} </span>}
          <ReasonLine reason={reason} about={about} />
        </li>
      ))}
    </ul>
  );
}

/** The same in running text, where there is room for one line: `because a; b`. */
export function InlineReasons({
  reasons,
  about,
  lead,
}: {
  reasons: readonly Reason[];
  about: string;
  lead: string;
}) {
  if (reasons.length === 0) return null;
  return (
    <span class="inline-reasons">
      <span class="muted">{lead} </span>
      {reasons.map((reason, index) => (
        <span key={index}>
          {index > 0 && '; '}
          <ReasonLine reason={reason} about={about} />
        </span>
      ))}
    </span>
  );
}

function ReasonLine({ reason, about }: { reason: Reason; about: string }) {
  const { text, places, entry } = reason;
  return (
    <>
      {sentence(text)} <PlaceLinks places={places} />
      {entry !== undefined && !isWithin(entry, about) && (
        <>
          {' '}
          <EntryLink id={entry}>
            <code>{entry}</code>
          </EntryLink>
        </>
      )}
    </>
  );
}

/** `eu-ai-act` explains nothing about `eu-ai-act.art-9` that its own entry does not. */
function isWithin(entry: string, about: string): boolean {
  return entry === about || about.startsWith(`${entry}.`) || entry.startsWith(`${about}.`);
}
