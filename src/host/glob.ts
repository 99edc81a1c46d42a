import picomatch from 'picomatch';

/**
 * Globs over paths relative to a folder, the same on every machine:
 *
 * - `*`, `?` and `[a-z]` within a name, `**` across folders, `{a,b}` for either; dot files count, case matters.
 * - `./` in front is dropped, `/` at the end means everything below.
 * - Parentheses, `!`, `+`, `@` and `|` stand for themselves, as in `app/(shop)/page.tsx`.
 *
 * A whole glob as one regular expression can take exponential time on a hostile pair of glob and path. So names are
 * matched one by one, each with few stars, and `**` by stepping back to the last one only: time grows with the product
 * of the two lengths.
 */
export interface Glob {
  /** The folder that every match is in, with `/` at its end; empty for the listed folder itself. */
  readonly folder: string;
  /** The one path that can match, where the glob has no wildcard. */
  readonly literal: string | undefined;
  matches(path: string): boolean;
}

/** Compiles a glob, or says in a few words why it is refused. */
export function compileGlob(glob: string): Glob | { readonly problem: string } {
  const problem = problemOf(glob);
  if (problem !== undefined) return { problem };
  const pattern = trimmed(glob);
  const wildcard = pattern.search(/[*?[\]{}]/);
  const choices = alternatives(pattern).map((choice) => choice.split('/').map(nameMatcher));
  return {
    folder: wildcard < 0 ? '' : pattern.slice(0, wildcard).replace(/[^/]*$/, ''),
    literal: wildcard < 0 ? pattern : undefined,
    matches(path) {
      const names = path.split('/');
      return choices.some((matchers) => matchesNames(matchers, names));
    },
  };
}

const maxLength = 256;
const maxStars = 3;
const maxAlternatives = 64;

function problemOf(glob: string): string | undefined {
  if (glob.length > maxLength) return `is longer than ${maxLength} characters`;
  const pattern = trimmed(glob);
  if (pattern === '') return 'is empty';
  if (/^(?:\/|[A-Za-z]:)|\\/.test(pattern)) return 'is no path relative to the folder, written with /';
  const names = pattern.split('/');
  if (names.includes('..')) return 'leaves the folder';
  if (names.some((name) => name.split('*').length - 1 > maxStars))
    return `has more than ${maxStars} stars in one name`;
  if (/\{[^}]*\{/.test(pattern)) return 'has braces in braces';
  const inBraces = pattern.match(/\{[^}]*\}/g) ?? [];
  if (inBraces.reduce((product, braces) => product * braces.split(',').length, 1) > maxAlternatives)
    return `stands for more than ${maxAlternatives} globs by its braces`;
  return undefined;
}

function trimmed(glob: string): string {
  const plain = glob.trim().replace(/^(?:\.\/+)+/, '');
  return plain.endsWith('/') ? `${plain}**` : plain;
}

/** `{a,b}/c` as `a/c` and `b/c`; a lone brace stays as it is. */
function alternatives(pattern: string): readonly string[] {
  const braces = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const [whole, inner = ''] = braces;
  const before = pattern.slice(0, braces.index);
  const after = alternatives(pattern.slice(braces.index + whole.length));
  return inner.split(',').flatMap((choice) => after.map((rest) => before + choice + rest));
}

type NameMatcher = '**' | ((name: string) => boolean);

function nameMatcher(pattern: string): NameMatcher {
  if (pattern === '**') return '**';
  if (!/[*?[\]]/.test(pattern)) return (name) => name === pattern;
  return picomatch(pattern.replace(/[()|!+@^$]/g, escaped), {
    dot: true,
    noextglob: true,
    nonegate: true,
    nobrace: true,
    windows: false,
  });
}

/** `!` and `^` keep their meaning at the head of `[!a]`; everywhere else they are letters like any other. */
function escaped(sign: string, at: number, pattern: string): string {
  return (sign === '!' || sign === '^') && pattern[at - 1] === '[' ? '^' : `\\${sign}`;
}

/** `**` stands for any number of names, none included; at the end of a glob for one at least. */
function matchesNames(matchers: readonly NameMatcher[], names: readonly string[]): boolean {
  let name = 0;
  let matcher = 0;
  let lastGlobstar = -1;
  let resumeAt = 0;
  while (name < names.length) {
    const current = matchers[matcher];
    if (current === '**') {
      if (matcher === matchers.length - 1) return true;
      lastGlobstar = matcher++;
      resumeAt = name;
    } else if (current?.(names[name] ?? '')) {
      matcher++;
      name++;
    } else if (lastGlobstar >= 0) {
      matcher = lastGlobstar + 1;
      name = ++resumeAt;
    } else return false;
  }
  return matcher === matchers.length;
}
