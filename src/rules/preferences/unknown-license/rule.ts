import { license as terms } from '../../../manifest/enums/choices';
import { memberPath } from '../../../manifest/path';
import { alternativesOf } from '../../../select/licenses';
import { replaceScalar } from '../../../text/edit';
import { nearest } from '../../../text/nearest';
import { entryOf, type ScalarNode } from '../../../text/tree';
import type { Draft, PieceContext, Rule } from '../../rule';
import { knownLicenses } from './known-licenses';

/** A license by another name than its SPDX id fits no tool, and so shuts out those that it was to let in. */
export const unknownLicense: Rule = {
  id: 'preferences/unknown-license',
  title: 'A license that is not written as its SPDX id',
  severity: 'warning',
  messages: {
    nearest: '`{license}` is no SPDX id, so it lets in no tool. Did you mean `{nearest}`?',
    group:
      '`{license}` is no license, so it lets in no tool. Name SPDX ids such as `MIT` and `Apache-2.0`, or `open-source`.',
  },
  *piece(context) {
    const { tree } = context.checked.piece;
    if (context.role === 'system' || !tree) return;
    const list = entryOf(entryOf(tree, 'preferences')?.value, 'licenses')?.value;
    if (!list) return;
    const path = 'preferences.licenses';
    if (list.kind === 'scalar') yield* check(context, list, path);
    if (list.kind !== 'sequence') return;
    for (const [index, item] of list.items.entries())
      if (item.kind === 'scalar') yield* check(context, item, memberPath(path, item, index));
  },
};

function* check(context: PieceContext, node: ScalarNode, path: string): Iterable<Draft> {
  const license = node.value;
  if (typeof license !== 'string' || license === 'unknown' || license.trim() === '') return;
  const known = [
    ...Object.keys(terms),
    ...knownLicenses,
    ...context.model.pack.tools.map((tool) => tool.license),
  ];
  const ids = new Set(known.flatMap((one) => alternativesOf(one).flat()));
  if (
    alternativesOf(license)
      .flat()
      .every((id) => ids.has(id))
  )
    return;
  const spot = context.spot(node, path);
  const shown = license.slice(0, 60);
  if (groups.has(license.toLowerCase())) {
    yield { message: { id: 'group', params: { license: shown } }, spot };
    return;
  }
  const meant = slips.get(license.toLowerCase()) ?? nearest(license, known);
  // Another SPDX id than the catalog has met is nobody's mistake.
  if (meant === undefined) return;
  const edits = replaceScalar(context.checked.piece.text, context.format, node, meant);
  yield {
    message: { id: 'nearest', params: { license: shown, nearest: meant } },
    spot,
    fixes: [{ id: 'nearest', title: `Change to ${meant}`, safe: false, edits }],
  };
}

/** Kinds of license: which ones each holds, people do not agree on. */
const groups: ReadonlySet<string> = new Set(['permissive', 'copyleft', 'weak-copyleft', 'strong-copyleft']);

/** Names in common use that no distance of letters would find. */
const slips: ReadonlyMap<string, string> = new Map([
  ['apache', 'Apache-2.0'],
  ['apache2', 'Apache-2.0'],
  ['bsd', 'BSD-3-Clause'],
  ['gplv3', 'GPL-3.0-only'],
  ['lgplv3', 'LGPL-3.0-only'],
  ['agplv3', 'AGPL-3.0-only'],
  ['osi', 'open-source'],
  ['oss', 'open-source'],
  ['foss', 'open-source'],
]);
