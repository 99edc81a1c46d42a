import type { Class, Regime, System } from '../../answer/schema';
import { boundOf, openWords } from '../words/at-least';
import { byForce } from '../words/force';
import { counted, statusWords } from '../words/labels';
import { because, sentence } from '../words/sentence';
import { Day } from './day';
import { EntryLink, PlaceLinks } from './links';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Fold, Part } from './section';
import { ClassTag, Sourcing, Tag } from './tags';

/** Which law applies, in which class, since when, and why. What may apply, does not bind or does not apply is folded. */
export function Applies({ system }: { system: System }) {
  const { root } = useReading();
  const { binds, mayBind, voluntary, mayFit, coming, mayCome, out } = byForce(system.regimes);
  const key = `${root.path}|${system.id}`;
  return (
    <Part title="What applies" class="applies">
      {binds.length === 0 && <p class="muted">{nothingBinds(mayBind.length, voluntary.length)}</p>}
      {binds.map((regime) => (
        <OneRegime key={regime.id} regime={regime} fold={key} within={system.path} />
      ))}
      {mayBind.length > 0 && (
        <Fold large id={`${key}|open`} summary={`${counted(mayBind.length, 'law')} may apply`}>
          {mayBind.map((regime) => (
            <OneRegime key={regime.id} regime={regime} fold={key} within={system.path} />
          ))}
        </Fold>
      )}
      <Listed
        id={`${key}|voluntary`}
        regimes={[...voluntary, ...mayFit]}
        summary={(count) => `${counted(count, 'text')} without force of law`}
      />
      <Listed
        id={`${key}|coming`}
        regimes={[...coming, ...mayCome]}
        summary={(count) => `${counted(count, 'proposed law')}: coming, not law`}
      />
      <Listed
        id={`${key}|out`}
        regimes={out}
        summary={(count) =>
          `${counted(count, 'law or framework', 'laws and frameworks')} ${count === 1 ? 'does' : 'do'} not apply`
        }
      />
    </Part>
  );
}

function nothingBinds(open: number, voluntary: number): string {
  if (open > 0) return 'Nothing is certain yet.';
  return voluntary > 0 ? 'No law that the catalog knows applies.' : 'Nothing that the catalog knows applies.';
}

/** Regimes that do not bind, folded, one line each. */
function Listed({
  id: fold,
  regimes,
  summary,
}: {
  id: string;
  regimes: readonly Regime[];
  summary: (count: number) => string;
}) {
  if (regimes.length === 0) return null;
  return (
    <Fold minor large id={fold} summary={summary(regimes.length)}>
      <ul class="items">
        {regimes.map(({ id, title, jurisdiction, applies, reasons }) => (
          <li key={id}>
            <EntryLink id={id}>{title}</EntryLink> <span class="muted">{jurisdiction}</span>{' '}
            {applies === 'unknown' && <Tag kind="open">may apply</Tag>}
            {reasons.length > 0 && <span class="muted">: {because(reasons)}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** So many open grounds of one law stand in the open; more are folded away. */
const shownOpen = 2;

function OneRegime({ regime, fold, within }: { regime: Regime; fold: string; within: string }) {
  const { id, title, jurisdiction, binding, status, applies, reasons, classes, grade, reported } = regime;
  const held = classes.filter(({ verdict }) => verdict === 'yes');
  const bound = boundOf(regime, within);
  const folded = classes.length - held.length > shownOpen;
  return (
    <div class="regime">
      <p class="regime-head">
        <strong>
          <EntryLink id={id}>{title}</EntryLink>
        </strong>{' '}
        <span class="muted">
          {jurisdiction} · {binding ? `binding, ${statusWords[status]}` : statusWords[status]}
        </span>{' '}
        {applies === 'unknown' && <Tag kind="open">may apply</Tag>}{' '}
        <Sourcing grade={grade} reported={reported} />
      </p>
      <Reasons reasons={reasons} about={id} lead={applies === 'yes' ? 'because' : 'open:'} />
      {bound && (
        <p class="bound">
          <strong>At least {bound.name}</strong> ({bound.bases}); {openWords(bound)}.
        </p>
      )}
      <Grounds grounds={folded ? held : classes} regime={id} />
      {folded && (
        <Fold
          id={`${fold}|${id}|grounds`}
          summary={`${counted(classes.length - held.length, 'class', 'classes')} still open`}
        >
          <Grounds grounds={classes.filter(({ verdict }) => verdict !== 'yes')} regime={id} />
        </Fold>
      )}
    </div>
  );
}

function Grounds({ grounds, regime }: { grounds: readonly Class[]; regime: string }) {
  if (grounds.length === 0) return null;
  return (
    <ul class="grounds">
      {grounds.map((ground, index) => (
        <li key={index}>
          <Ground ground={ground} regime={regime} />
        </li>
      ))}
    </ul>
  );
}

function Ground({ ground, regime }: { ground: Class; regime: string }) {
  const { id, basis, title, verdict, since, sinceMoved, reasons, openExceptions, claims } = ground;
  const { root } = useReading();
  return (
    <>
      <p>
        <ClassTag id={id} verdict={verdict} /> <span class="basis">{basis}</span> {title}
        {since !== null && (
          <span class="muted">
            , {since <= root.asOf ? 'since' : 'from'} <Day day={since} />
            {sinceMoved && ` (moved from ${sinceMoved.from} by ${sinceMoved.by})`}
          </span>
        )}{' '}
        <Sourcing grade={ground.grade} reported={ground.reported} />
      </p>
      <Reasons reasons={reasons} about={regime} lead={verdict === 'yes' ? 'because' : 'open:'} />
      {openExceptions.length > 0 && (
        <p class="aside">
          An exception could take it out:{' '}
          {openExceptions.map((exception) => (
            <EntryLink key={exception} id={exception}>
              <code>{exception}</code>{' '}
            </EntryLink>
          ))}
        </p>
      )}
      {claims.map((claim) => (
        <p key={claim.id} class="aside">
          Claim{' '}
          <EntryLink id={claim.id}>
            <code>{claim.id}</code>
          </EntryLink>{' '}
          <strong>{claim.state}</strong>
          {claim.reasons.map((reason, index) => (
            <span key={index}>
              {index === 0 ? ': ' : '; '}
              {sentence(reason.text)} <PlaceLinks places={reason.places} />
            </span>
          ))}
        </p>
      ))}
    </>
  );
}
