import type { ToolEntry } from '../catalog/schema/tool';

/** The word for every license that the Open Source Initiative approves. */
const openSource = 'open-source';

/**
 * Whether a tool may be used under licenses that are allowed: `open-source`, SPDX ids, or SPDX expressions, of which
 * each id is allowed. Where the tool's own license is an expression, one side of an `OR` is enough, and both of an
 * `AND` are wanted. `-only` and `-or-later` of one version are one license here:
 * who offers the later ones offers this one too.
 */
export function licenseFits(tool: ToolEntry, allowed: readonly string[]): boolean {
  if (allowed.includes(openSource) && tool.openSource) return true;
  const ids = allowed.flatMap((one) => alternativesOf(one).flat());
  return alternativesOf(tool.license).some((terms) =>
    terms.every((term) => ids.some((id) => plain(id) === plain(term))),
  );
}

/** What is longer is no license that anybody wrote by hand. */
const longestExpression = 200;

/** Ids of an SPDX expression, as alternatives of which one must hold whole; upper and lower case do not count. */
export function alternativesOf(expression: string): string[][] {
  if (expression.length > longestExpression) return [[expression.toLowerCase()]];
  const tokens = expression.toLowerCase().match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const any = (): string[][] => {
    const sides = [all()];
    while (tokens[at] === 'or') {
      at++;
      sides.push(all());
    }
    return sides.flat();
  };
  const all = (): string[][] => {
    let terms = term();
    while (tokens[at] === 'and') {
      at++;
      const other = term();
      terms = terms.flatMap((one) => other.map((two) => [...one, ...two]));
    }
    return terms;
  };
  const term = (): string[][] => {
    if (tokens[at] === '(') {
      at++;
      const inner = any();
      at++;
      return inner;
    }
    let id = tokens[at++] ?? '';
    // An exception belongs to its license: who allows the one has not allowed the other.
    if (tokens[at] === 'with') {
      id += ` with ${tokens[at + 1] ?? ''}`;
      at += 2;
    }
    return [[id]];
  };
  const read = any();
  // What does not read as an expression is one id, as it stands.
  return at === tokens.length ? read : [[expression.toLowerCase()]];
}

/** `gpl-3.0-or-later`, `gpl-3.0+` and `gpl-3.0-only` by the license that they are of. */
function plain(id: string): string {
  return id.replace(/(?:-or-later|-only|\+)$/, '');
}
