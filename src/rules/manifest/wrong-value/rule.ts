import type { FoundIssue } from '../../../manifest/document';
import { pathOf } from '../../../manifest/path';
import { replaceScalar } from '../../../text/edit';
import type { ScalarNode } from '../../../text/tree';
import type { Draft, Fix, PieceContext, Rule } from '../../rule';

/** More allowed values than this are not listed in a message: completion has them. */
const listed = 8;

/** What a field wants, or a value is, in words. */
const inWords: Readonly<Record<string, string>> = {
  text: 'text',
  enum: 'one of its listed values',
  area: 'one of its listed areas',
  boolean: 'true or false',
  number: 'a number',
  day: 'a day written YYYY-MM-DD',
  place: 'a place such as DE, US-CO or EU',
  id: 'an id',
  path: 'a path in the manifest',
  glob: 'a path or glob in the repository',
  list: 'a list',
  object: 'an object with keys of its own',
};

/** Money as people write it: `500`, `$5,000`, `500 EUR a year`. */
const amount = /^(?:[A-Z]{3} ?|\W{0,3})\d/;

/** What a manifest, and each of its systems, cannot be without. */
const requiredKeys = new Set(['version', 'systems', 'id']);

/** A value that its field cannot have. It counts as unknown, never as a no. */
export const wrongValue: Rule = {
  id: 'manifest/wrong-value',
  title: 'A value that its field cannot have',
  severity: 'error',
  messages: {
    empty: '`{path}` has no value yet; it counts as unknown. It wants {expected}.',
    emptyRequired: '`{path}` is empty, and a manifest needs it: {expected}.',
    type: '`{path}` should be {expected}, not {got}. Until then it counts as unknown.',
    nearest: '`{got}` is no value of `{path}`. Did you mean `{nearest}`? Until then it counts as unknown.',
    allowed: '`{got}` is no value of `{path}`. It can be {allowed:or}. Until then it counts as unknown.',
    amount:
      '`{got}` is an amount, and `{path}` is a class: the catalog holds no prices. It can be {allowed:or}. Until then it counts as unknown.',
    expected: '`{got}` is no value of `{path}`: it should be {expected}. Until then it counts as unknown.',
  },
  *piece(context) {
    for (const found of context.checked.issues) {
      const { code, path } = found.issue;
      if (code !== 'wrong-type' && code !== 'wrong-value') continue;
      const spoken = pathOf(context.checked.piece.tree, path, context.path);
      yield { ...describe(context, found, spoken), spot: context.spot(found.span, spoken) };
    }
  },
};

function describe(context: PieceContext, found: FoundIssue, path: string): Omit<Draft, 'spot'> {
  const { code, params } = found.issue;
  const { got = 'this', allowed = [], nearest, meant } = params;
  const expected = inWords[params.expected ?? 'text'] ?? 'another value';
  if (got === 'nothing') {
    const needed = found.issue.path.length === 1 && requiredKeys.has(String(found.issue.path[0]));
    return needed
      ? { message: { id: 'emptyRequired', params: { path, expected } } }
      : { message: { id: 'empty', params: { path, expected } }, severity: 'hint' };
  }
  if (path === 'preferences.budget' && amount.test(got)) {
    const { node } = found;
    const isNothing = node?.kind === 'scalar' && Number(node.value) === 0;
    const fixes = isNothing ? [change(context, node, 'free')] : [];
    return { message: { id: 'amount', params: { path, got, allowed: [...allowed] } }, fixes };
  }
  if (nearest !== undefined) {
    const fixes = found.node?.kind === 'scalar' ? [change(context, found.node, meant ?? nearest)] : [];
    return { message: { id: 'nearest', params: { path, got: said(context, found, got), nearest } }, fixes };
  }
  if (code === 'wrong-type')
    return { message: { id: 'type', params: { path, expected, got: inWords[got] ?? got } } };
  if (allowed.length > 0 && allowed.length <= listed) {
    return { message: { id: 'allowed', params: { path, got, allowed: [...allowed] } } };
  }
  return { message: { id: 'expected', params: { path, got, expected } } };
}

/** What is written there, where the issue only tells its type. */
function said({ checked }: PieceContext, { node, issue }: FoundIssue, got: string): string {
  return issue.code === 'wrong-type' && node
    ? checked.piece.text.slice(node.start, node.end).slice(0, 60)
    : got;
}

function change({ checked, format }: PieceContext, node: ScalarNode, to: string | number | boolean): Fix {
  return {
    id: 'nearest',
    title: `Change to ${to}`,
    safe: false,
    edits: replaceScalar(checked.piece.text, format, node, to),
  };
}
