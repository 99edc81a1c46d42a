import { format } from '../../../answer/format';
import type { Severity, Text } from '../../../answer/schema';
import { textOf } from '../../../assess/declarations';
import { addMonths } from '../../../catalog/days';
import type { ObjectsFact } from '../../../manifest/fact';
import { addKey } from '../../../text/edit';
import { ownMember } from '../../own-member';
import type { Draft, Fix, Rule, SystemContext } from '../../rule';

/** What is written and is not so goes before what is not said; a URL is neither. */
const severities: Readonly<Record<string, Severity>> = {
  'control.evidence-missing': 'warning',
  'control.evidence-empty': 'warning',
  'control.evidence-outside': 'warning',
  'control.review-past': 'warning',
  'control.no-owner': 'information',
  'control.no-review': 'information',
  'control.no-evidence': 'information',
  'control.evidence-url': 'hint',
};
const gravest: readonly Severity[] = ['warning', 'information', 'hint'];

const lackWords: Readonly<Record<string, string>> = {
  'control.evidence-missing': '`{path}` does not exist',
  'control.evidence-empty': '`{path}` is empty, or a template that is not filled in',
  'control.evidence-outside': '`{path}` leads out of the workspace and is not read',
  'control.review-past': 'its review was due on {date}',
  'control.no-owner': 'it has no `owner`',
  'control.no-review': 'it has no `reviewBy`',
  'control.no-evidence': 'it names no `evidence`',
  'control.evidence-url': 'a URL cannot be checked, so name a file too',
};

/** A control that is said to be done, and does not count as met: one finding with all that it lacks. */
export const notShown: Rule = {
  id: 'control/not-shown',
  title: 'A control that is said to be done, and not shown',
  severity: 'warning',
  messages: {
    lacks:
      '`{control}` is said to be done, but does not count as met: {lacks}. Put that right, or say how far it really is.',
    ...lackWords,
  },
  *system(context) {
    const controls = context.facts.get('system.controls');
    if (controls.kind !== 'objects') return;
    for (const member of controls.members) {
      const id = textOf(member.get('id'));
      const declaration = id === undefined ? undefined : context.declarations.control(id, context.asOf);
      if (id === undefined || declaration?.state !== 'declared' || declaration.spot !== member.spot) continue;
      const { lacks } = declaration;
      const said = lacks.map(({ text }) => format(lackWords[text.id] ?? text.id, text.params));
      const draft: Draft = {
        message: { id: 'lacks', params: { control: id, lacks: [...new Set(said)] } },
        spot: member.spot,
        severity: severityOf(lacks.map(({ text }) => text)),
        related: lacks.flatMap(({ text, spot }) => (spot ? [{ place: spot, message: text }] : [])),
        fixes: fixesFor(
          context,
          member,
          lacks.map(({ text }) => text),
        ),
      };
      yield draft;
    }
  },
};

function severityOf(lacks: readonly Text[]): Severity {
  return gravest.find((severity) => lacks.some(({ id }) => severities[id] === severity)) ?? 'information';
}

/** Who answers for it, and when it is looked at again: proposals, since only people know. */
function fixesFor(
  { checked, format: notation, facts, asOf }: SystemContext,
  { spot }: ObjectsFact['members'][number],
  lacks: readonly Text[],
): Fix[] {
  const own = spot.file === '' ? ownMember(checked.piece.tree, 'controls', spot) : undefined;
  if (!own) return [];
  const lacksField = (id: string, key: string) =>
    lacks.some((lack) => lack.id === id) && !own.node.entries.some((entry) => entry.key === key);
  const adding = (key: string, value: string): Fix => ({
    id: `add-${key}`,
    title: `Add ${key}: ${value}`,
    safe: false,
    edits: addKey(checked.piece.text, notation, own.node, key, value, 'last'),
  });
  const owner = textOf(facts.get('system.owner'));
  const fixes: Fix[] = [];
  if (owner !== undefined && lacksField('control.no-owner', 'owner')) fixes.push(adding('owner', owner));
  if (lacksField('control.no-review', 'reviewBy')) fixes.push(adding('reviewBy', addMonths(asOf, 12)));
  return fixes.filter(({ edits }) => edits.length > 0);
}
