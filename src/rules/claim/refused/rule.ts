import type { Claim } from '../../../answer/schema';
import { textOf } from '../../../assess/declarations';
import { factMessages, factPlaces, factWords } from '../../facts-behind';
import type { Draft, Rule, SystemContext } from '../../rule';

/** A claimed exemption whose condition is false: the class stays, and so do its duties. */
export const claimRefused: Rule = {
  id: 'claim/refused',
  title: 'A claimed exemption that does not hold',
  severity: 'warning',
  messages: {
    refused:
      '`{exemption}` ({article}) cannot be claimed here: {facts}. So nothing is taken away, and all duties stay. Remove the claim, or correct the facts.',
    ...factMessages,
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
  const member = fact.members.find(({ get }) => textOf(get('exemption')) === claim.id);
  if (!member) return undefined;
  const words = factWords(claim.reasons);
  const params = {
    exemption: claim.id,
    article: claim.reasons[0]?.text.params['article'] ?? claim.id,
    facts: words.length > 0 ? words : ['the facts of this manifest rule it out'],
  };
  return {
    message: { id: 'refused', params },
    spot: member.get('exemption').spots[0] ?? member.spot,
    related: factPlaces(claim.reasons),
  };
}
