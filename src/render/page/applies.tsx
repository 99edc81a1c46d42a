import type { Class, Regime, System } from '../../answer/schema';
import { counted, statusWords } from '../words/labels';
import { because, sentence } from '../words/sentence';
import { Day } from './day';
import { EntryLink, PlaceLinks } from './links';
import { useReading } from './reading';
import { Reasons } from './reasons';
import { Fold, Part } from './section';
import { ClassTag, Sourcing, Tag } from './tags';

/** Which laws and frameworks apply, in which class, since when, and why. Binding law first. */
export function Applies({ system }: { system: System }) {
  const { root } = useReading();
  const inScope = system.regimes.filter(({ applies }) => applies !== 'no');
  const out = system.regimes.filter(({ applies }) => applies === 'no');
  return (
    <Part title="What applies" class="applies">
      {inScope.length === 0 && <p class="muted">Nothing that the catalog knows applies to it.</p>}
      {bindingFirst(inScope).map((regime) => (
        <OneRegime key={regime.id} regime={regime} />
      ))}
      {out.length > 0 && (
        <Fold
          id={`${root.path}|${system.id}|out`}
          summary={`${counted(out.length, 'text')} read that ${out.length === 1 ? 'does' : 'do'} not apply`}
        >
          <ul class="plain">
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

function OneRegime({ regime }: { regime: Regime }) {
  const { id, title, jurisdiction, binding, status, applies, reasons, classes, grade, reported } = regime;
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
      {classes.length > 0 && (
        <ul class="grounds">
          {classes.map((ground, index) => (
            <li key={index}>
              <Ground ground={ground} regime={id} />
            </li>
          ))}
        </ul>
      )}
    </div>
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
