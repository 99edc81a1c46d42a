import type { Risk } from '../../answer/schema';
import { gradeNote } from '../words/grades';
import { graveSeverity } from '../words/gravity';
import { counted } from '../words/labels';
import { EntryLink } from './links';
import { Gravity } from './marks';
import { InlineReasons } from './reasons';
import { Fold, Part } from './section';

/** What can go wrong, gravest first, and why; what weighs less, and what is merely possible, is folded away. */
export function Risks({ risks, fold }: { risks: readonly Risk[]; fold: string }) {
  const held = risks.filter(({ verdict }) => verdict === 'yes');
  const open = risks.filter(({ verdict }) => verdict === 'unknown');
  // Where nothing is grave, the little there is may be seen.
  const graver = held.filter(({ severity }) => severity >= graveSeverity);
  const shown = graver.length > 0 ? graver : held;
  const lesser = held.filter((risk) => !shown.includes(risk));
  return (
    <Part title="Risks" class="risks">
      {held.length === 0 && <p class="muted">No risk is certain from what the manifest says.</p>}
      <RiskList risks={shown} />
      {lesser.length > 0 && (
        <Fold minor id={`${fold}|lesser-risks`} summary={counted(lesser.length, 'lesser risk')}>
          <RiskList risks={lesser} />
        </Fold>
      )}
      {open.length > 0 && (
        <Fold
          minor
          id={`${fold}|open-risks`}
          summary={`${counted(open.length, 'more risk')} that ${open.length === 1 ? 'is' : 'are'} possible`}
        >
          <RiskList risks={open} />
        </Fold>
      )}
    </Part>
  );
}

function RiskList({ risks }: { risks: readonly Risk[] }) {
  if (risks.length === 0) return null;
  return (
    <ul class="items stated pairs">
      {risks.map((risk) => (
        <li key={risk.id}>
          <OneRisk risk={risk} />
        </li>
      ))}
    </ul>
  );
}

function OneRisk({ risk }: { risk: Risk }) {
  const { id, title, family, verdict, severity, raisedBy, loweredBy, reasons, grade } = risk;
  return (
    <>
      <p>
        <Gravity severity={severity} />
      </p>
      <div>
        <p class="title">
          <EntryLink id={id}>{title}</EntryLink>
        </p>
        <p>
          <InlineReasons reasons={reasons} about={id} lead={verdict === 'yes' ? 'because' : 'open:'} />{' '}
          <InlineReasons reasons={raisedBy} about={id} lead="raised:" />{' '}
          <InlineReasons reasons={loweredBy} about={id} lead="lowered:" />{' '}
          <span class="muted">
            ({grade === 'low' ? `${family}, ${gradeNote({ grade, reported: false })}` : family})
          </span>
        </p>
      </div>
    </>
  );
}
