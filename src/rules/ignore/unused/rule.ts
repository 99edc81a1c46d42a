import { nearest } from '../../../text/nearest';
import { changing, removing } from '../../ignore-edits';
import type { Fix, IgnoresContext, ReviewedIgnore, RootDraft, Rule } from '../../rule';
import { pathsOf } from './paths';

/** Looking for near paths takes time, which a file full of mistakes must not cost. */
const mostSuggestions = 50;

/** An ignore that covers nothing: misspelt, or left behind. Left alone, it hides the next finding unseen. */
export const ignoreUnused: Rule = {
  id: 'ignore/unused',
  title: 'An ignore that covers nothing',
  severity: 'information',
  messages: {
    nearest: '`{path}` is nothing in this manifest, so this ignores nothing. Did you mean `{nearest}`?',
    nowhere:
      '`{path}` is nothing in this manifest, so this ignores nothing. Correct the path, or remove the ignore.',
    elsewhere:
      '`{path}` is not in `{system}`, and an ignore of a system counts in it alone. Move it there, or to the top of the file.',
    off: '`{rule}` is off by the policy, so there is nothing to ignore. Remove the ignore.',
    nothing:
      '`{rule}` finds nothing {where}, so this ignores nothing. Remove it: it would hide the next finding.',
  },
  *ignores(context) {
    let paths: ReadonlySet<string> | undefined;
    let looked = 0;
    for (const ignore of context.ignores) {
      // A shared base covers what other manifests have.
      if (ignore.hasLapsed || ignore.isShared || ignore.covered.length > 0) continue;
      paths ??= pathsOf(context.project);
      yield draftOf(context, ignore, paths, ++looked <= mostSuggestions);
    }
  },
};

function draftOf(
  context: IgnoresContext,
  ignore: ReviewedIgnore,
  paths: ReadonlySet<string>,
  suggests: boolean,
): RootDraft {
  const { rule, path, within, member, source, isOff } = ignore;
  const at = { spot: member.spot, ...(source ? { source } : {}) };
  const fixes = removing(context, ignore);
  if (isOff) return { ...at, message: { id: 'off', params: { rule } }, fixes };
  const said = path === undefined ? undefined : member.get('path').spots[0];
  const atPath = { ...at, spot: said ?? member.spot };
  if (path !== undefined && within !== undefined && !isIn(path, within) && paths.has(path))
    return { ...atPath, message: { id: 'elsewhere', params: { path, system: within } }, fixes };
  if (path !== undefined && !paths.has(path)) {
    const meant = suggests ? meantBy(path, within, paths) : undefined;
    if (meant === undefined) return { ...atPath, message: { id: 'nowhere', params: { path } }, fixes };
    const change: Fix[] = changing(context, ignore, 'path', meant);
    const message = { id: 'nearest', params: { path, nearest: meant } };
    return { ...atPath, message, fixes: [...change, ...fixes] };
  }
  const where = path !== undefined ? `at \`${path}\`` : within === undefined ? 'anywhere' : 'in this system';
  return { ...at, message: { id: 'nothing', params: { rule, where } }, fixes };
}

function isIn(path: string, system: string): boolean {
  return path === system || path.startsWith(`${system}.`) || path.startsWith(`${system}[`);
}

/** A path that was written from the system on, or one that differs in a letter or two. */
function meantBy(path: string, within: string | undefined, paths: ReadonlySet<string>): string | undefined {
  const whole = within === undefined ? `systems.${path}` : `${within}.${path}`;
  return paths.has(whole) ? whole : nearest(path, paths);
}
