import type { Claim, Class, Regime } from '../../../answer/schema';
import { textOf } from '../../../assess/declarations';
import type { Law } from '../../../assess/law';
import type { Draft, Rule, SystemContext } from '../../rule';

/** A claim that takes nothing away here: its author believes to be out of a class, and is not. */
export const claimWithoutEffect: Rule = {
  id: 'claim/without-effect',
  title: 'A claimed exemption that changes nothing',
  severity: 'hint',
  messages: {
    stays:
      '`{exemption}` changes nothing here: this system is {class} by {bases}, and the exemption is from other grounds. Remove the claim, or check what `areas` says.',
    idle: '`{exemption}` changes nothing here: nothing that it is an exemption from holds for this system. Remove the claim, or check what `areas` says.',
    automatic:
      '`{exemption}` needs no claim: it works by itself where the facts fit, and only there. Say the facts, and remove the claim.',
  },
  *system(context) {
    const fact = context.facts.get('system.claims');
    if (fact.kind !== 'objects') return;
    const laws = context.model.lawOn(context.asOf);
    for (const member of fact.members) {
      const id = textOf(member.get('exemption'));
      // What defaults claim for many systems may be of use to one of them.
      if (id === undefined || member.spot.file !== '') continue;
      const law = laws.find((candidate) => exceptionsOf(candidate).some((exception) => exception.id === id));
      const message = law && messageFor(context, law, id);
      if (message)
        yield {
          message: { id: message.id, params: message.params },
          spot: member.get('exemption').spots[0] ?? member.spot,
          ...(message.id === 'stays' ? { severity: 'information' } : {}),
        };
    }
  },
};

function exceptionsOf({ grounds, duties, exclusions }: Law) {
  return [
    ...grounds.flatMap(({ exceptions }) => exceptions),
    ...duties.flatMap(({ exceptions }) => exceptions),
    ...exclusions,
  ];
}

function messageFor(
  { claims, regimes }: SystemContext,
  law: Law,
  exemption: string,
): Draft['message'] | undefined {
  if (exceptionsOf(law).some(({ id, automatic }) => id === exemption && automatic))
    return { id: 'automatic', params: { exemption } };
  const isNamed = ({ id }: { id: string }) => id === exemption;
  const claim = claims.find(isNamed);
  // A refused claim has a finding; one of a duty or of a whole regime leaves no trace by which to tell.
  const isElsewhere = [...law.duties.flatMap(({ exceptions }) => exceptions), ...law.exclusions].some(
    isNamed,
  );
  const regime = regimes.find(({ id }) => id === law.regime.id);
  if (!claim || claim.state === 'refused' || isElsewhere || !regime || isNeeded(regime, claim))
    return undefined;
  const grounds = law.grounds.filter(({ exceptions }) => exceptions.some(isNamed));
  const stays = regime.classes.filter(
    ({ id, verdict }) => verdict === 'yes' && grounds.some(({ classId }) => classId === id),
  );
  const [first] = stays;
  if (!first) return { id: 'idle', params: { exemption } };
  const bases = stays.filter(({ id }) => id === first.id).map(({ basis }: Class) => basis);
  return { id: 'stays', params: { exemption, class: first.id, bases } };
}

/** It is claimed against a ground that holds or may hold, or took one away. */
function isNeeded({ classes, reasons }: Regime, { id }: Claim): boolean {
  return (
    classes.some(({ claims }) => claims.some((claim) => claim.id === id)) ||
    reasons.some(({ entry }) => entry === id)
  );
}
