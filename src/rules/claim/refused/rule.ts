import type { Claim, Reason } from '../../../answer/schema';
import type { Draft, Rule, SystemContext } from '../../rule';

/** A claimed exemption whose condition is false: the class stays, and so do its duties. */
export const claimRefused: Rule = {
  id: 'claim/refused',
  title: 'A claimed exemption that does not hold',
  severity: 'warning',
  messages: {
    refused:
      '`{exemption}` cannot be claimed here: the facts of this manifest rule it out, so the class stays. Remove the claim, or correct the facts.',
    fact: 'this fact rules it out',
  },
  *system(context) {
    for (const claim of context.claims) {
      const draft = claim.state === 'refused' ? draftOf(context, claim) : undefined;
      if (draft) yield draft;
    }
  },
};

function draftOf({ facts }: SystemContext, claim: Claim): Draft | undefined {
  const fact = facts.get('system.claims');
  if (fact.kind !== 'objects') return undefined;
  const member = fact.members.find(({ get }) => {
    const exemption = get('exemption');
    return exemption.kind === 'scalar' && exemption.value === claim.id;
  });
  if (!member) return undefined;
  const [, ...decisive] = claim.reasons;
  return {
    message: { id: 'refused', params: { exemption: claim.id } },
    spot: member.get('exemption').spots[0] ?? member.spot,
    related: decisive.flatMap((reason: Reason) =>
      reason.places.map((place) => ({ place, message: { id: 'fact', params: {} } })),
    ),
  };
}
