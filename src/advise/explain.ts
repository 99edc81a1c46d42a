import type { Catalog } from '../catalog/overlay';
import type { Bodies, OverlayChange, Pack } from '../catalog/pack';
import { type Field, fieldAt } from '../manifest/fields';
import type { Rule } from '../rules/rule';
import { rules } from '../rules/rules';
import type { Advisor } from './advisor';
import { entryIds, explainEntry } from './explain-entry';
import { nearestOf } from './nearest-of';

/**
 * A page in Markdown about whatever has this id, or the nearest ids where nothing has it. What an overlay withdraws is
 * told from the bundled catalog.
 */
export function explain(
  { pack, bodies }: Catalog,
  bundled: Catalog,
  id: string,
): ReturnType<Advisor['explain']> {
  const withdrawn = changesOf(pack, id).some(({ how }) => how === 'withdrawn');
  const markdown =
    explainRule(bodies, id) ??
    explainEntry(pack, bodies, id) ??
    (withdrawn ? explainEntry(bundled.pack, bundled.bodies, id) : undefined) ??
    explainField(id);
  if (markdown !== undefined) return { markdown: [...overlayLines(pack, id), markdown].join('\n\n') };
  return { nearest: nearestOf(id, [...new Set(allIds(pack))]) };
}

/** What overlays do to an entry, and where they say so. */
function overlayLines(pack: Pack, id: string): string[] {
  return changesOf(pack, id).map(({ kind, how, file, reason }) => {
    if (how === 'withdrawn') return `> Withdrawn from ${kind} by \`${file}\`: ${plain(reason ?? '')}`;
    return `> ${how === 'added' ? 'Added to' : 'Replaced in'} ${kind} by \`${file}\`.`;
  });
}

/** An entry is named by its id, or by kind and id. */
function changesOf({ overlays }: Pack, name: string): readonly OverlayChange[] {
  return overlays?.changes.filter(({ kind, id }) => id === name || `${kind}/${id}` === name) ?? [];
}

/** Free text of a user's file on one line, so that it stays in its quotation. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
}

function allIds(pack: Pack): string[] {
  const regimes = pack.regimes.flatMap((regime) =>
    [...regime.duties, ...regime.classes, ...regime.exceptions, ...regime.exclusions].map(({ id }) => id),
  );
  return [...rules.map(({ id }) => id), ...regimes, ...entryIds(pack)];
}

function explainRule(bodies: Bodies, id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && (bodies[`rules/${id}`] ?? shortRulePage(rule));
}

function shortRulePage(rule: Rule): string {
  const messages = Object.values(rule.messages).map((message) => `- ${message}`);
  return [`# ${rule.title}`, `\`${rule.id}\`, ${rule.severity}`, messages.join('\n')].join('\n\n');
}

/** A manifest field by its path, with or without `system.`, or one of its values as `areas=housing`. */
function explainField(id: string): string | undefined {
  const [path = '', value] = id.split('=');
  const field = fieldAt(path) ?? fieldAt(`system.${path}`);
  if (!field) return undefined;
  if (value !== undefined) return field.values?.find((term) => term.id === value)?.doc;
  return [`# \`${field.path}\``, field.doc, ...valueLines(field)].join('\n\n');
}

function valueLines(field: Field): string[] {
  return field.values ? [field.values.map((term) => `- \`${term.id}\`: ${term.doc}`).join('\n')] : [];
}
