import type { Class, Regime, System } from '../../answer/schema';
import { counted, statusWords } from '../words/labels';
import { because, sentence } from '../words/sentence';
import { Day } from './day';
import { EntryLink, PlaceLinks } from './links';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Fold, Part } from './section';
import { ClassTag, Sourcing, Tag } from './tags';

/** Which laws and frameworks apply, in which class, since when, and why. What may apply and what does not is folded. */
export function Applies({ system }: { system: System }) {
  const { root } = useReading();
  const [held, open, out] = (['yes', 'unknown', 'no'] as const).map((wanted) =>
    bindingFirst(system.regimes.filter(({ applies }) => applies === wanted)),
  );
  const key = `${root.path}|${system.id}`;
  return (
    <Part title="What applies" class="applies">
      {held?.length === 0 && (
        <p class="muted">
          {open?.length === 0 ? 'Nothing that the catalog knows applies.' : 'Nothing is certain yet.'}
        </p>
      )}
      {held?.map((regime) => (
        <OneRegime key={regime.id} regime={regime} fold={key} />
      ))}
      {open !== undefined && open.length > 0 && (
        <Fold
          id={`${key}|open`}
          summary={`${counted(open.length, 'law or framework', 'laws and frameworks')} may apply`}
        >
          {open.map((regime) => (
            <OneRegime key={regime.id} regime={regime} fold={key} />
          ))}
        </Fold>
      )}
      {out !== undefined && out.length > 0 && (
        <Fold
          minor
          id={`${key}|out`}
          summary={`${counted(out.length, 'law or framework', 'laws and frameworks')} ${out.length === 1 ? 'does' : 'do'} not apply`}
        >
          <ul class="items">
            {out.map(({ id, title, reasons }) => (
              <li key={id}>
                <EntryLink id={id}>{title}</EntryLink>
                {reasons.length > 0 && <span class="muted">: {because(reasons)}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Part>
  );
}

/** Law that binds, then what only may bind, then frameworks without force; the catalog's order within. */
export function bindingFirst(regimes: readonly Regime[]): Regime[] {
  const rank = ({ binding, applies }: Regime) => (binding ? 0 : 2) + (applies === 'yes' ? 0 : 1);
  return [0, 1, 2, 3].flatMap((wanted) => regimes.filter((regime) => rank(regime) === wanted));
}

/** So many open grounds of one law stand in the open; more are folded away. */
const shownOpen = 2;

function OneRegime({ regime, fold }: { regime: Regime; fold: string }) {
  const { id, title, jurisdiction, binding, status, applies, reasons, classes, grade, reported } = regime;
  const held = classes.filter(({ verdict }) => verdict === 'yes');
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
