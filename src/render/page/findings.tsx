import type { Finding } from '../../answer/schema';
import { counted, severityWords } from '../words/labels';
import type { RootFigures } from './figures';
import { bySeverity } from './figures';
import { EntryLink, PlaceLink } from './links';
import { Mark } from './marks';
import { Quoted } from './quoted';
import { useReading } from './reading';
import { Fold, Region } from './section';

/** So many findings are shown at once; the rest, which are less grave, are folded away. */
const shownFindings = 6;

/** Everything that the rules found, gravest first. What the manifest ignores is folded away with the reason. */
export function Findings({ figures: { findings, ignored } }: { figures: RootFigures }) {
  const { root, anchor } = useReading();
  const all = bySeverity(findings);
  const rest = all.slice(shownFindings);
  return (
    <Region anchor={`${anchor}findings`} title="Findings">
      <div data-roving="">
        {findings.length === 0 ? (
          <p class="muted">No findings. The manifest is in order on this day.</p>
        ) : (
          <FindingList findings={all.slice(0, shownFindings)} />
        )}
        {rest.length > 0 && (
          <Fold id={`${root.path}|findings`} summary={counted(rest.length, 'more finding')}>
            <FindingList findings={rest} />
          </Fold>
        )}
        {ignored.length > 0 && (
          <Fold
            id={`${root.path}|ignored`}
            summary={`${counted(ignored.length, 'finding')} ignored by the manifest`}
          >
            <FindingList findings={bySeverity(ignored)} />
          </Fold>
        )}
      </div>
    </Region>
  );
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((finding, index) => (
        <li key={index}>
          <OneFinding finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function OneFinding({ finding }: { finding: Finding }) {
  const { rule, severity, message, place, related, fixes, ignored } = finding;
  return (
    <>
      <Mark shape={severity} />
      <div>
        <p class="message">
          <Quoted text={message.text} />
        </p>
        <ul class="meta">
          <li>{severityWords[severity]}</li>
          <li>
            <PlaceLink place={place} />
          </li>
          {related.map((one, index) => (
            <li key={index}>
              {one.message} <PlaceLink place={one.place} />
            </li>
          ))}
          <li>
            <EntryLink id={rule}>
              <code>{rule}</code>
            </EntryLink>
          </li>
          {fixes.length > 0 && <li>quick fix there: {fixes.map(({ title }) => title).join(', ')}</li>}
          {ignored && (
            <li>
              ignored: {ignored.reason}
              {ignored.until === null ? '' : `, until ${ignored.until}`}
            </li>
          )}
        </ul>
      </div>
    </>
  );
}
