/** What `npm start` knows before it does anything. */
export interface StartFacts {
  readonly args: readonly string[];
  /** Folder that a relative path is meant from, and the folder of the sample project. */
  readonly from: string;
  readonly sample: string;
  /** A person sits before a terminal. */
  readonly interactive: boolean;
  /** The VS Code program on the PATH, if there is one. */
  readonly code: string | undefined;
  readonly repository: string;
  readonly kindOf: (path: string) => 'folder' | 'file' | 'nothing';
  readonly resolve: (from: string, path: string) => string;
}

export type StartPlan =
  | { readonly do: 'refuse'; readonly why: string }
  | {
      readonly do: 'advise';
      readonly project: string;
      /** Opens VS Code after the advice; else only says what would be opened. */
      readonly open: boolean;
      readonly with: { readonly command: string; readonly args: readonly string[] } | 'served';
    };

const usage = 'Use: npm start [-- path/to/project] [-- --print]';

/** Decides what `npm start` does: nothing is read or run here. */
export function planStart(facts: StartFacts): StartPlan {
  const flags = facts.args.filter((arg) => arg.startsWith('-') && arg !== '--');
  const paths = facts.args.filter((arg) => !arg.startsWith('-'));
  const unknown = flags.find((flag) => flag !== '--print');
  if (unknown !== undefined) return { do: 'refuse', why: `${unknown} is no option of npm start. ${usage}` };
  const [path, second] = paths;
  if (second !== undefined)
    return { do: 'refuse', why: `One project at a time, not ${paths.join(' and ')}. ${usage}` };
  const project = path === undefined ? facts.sample : facts.resolve(facts.from, path);
  const kind = facts.kindOf(project);
  if (kind === 'nothing') return { do: 'refuse', why: `There is no ${project}. ${usage}` };
  if (kind === 'file')
    return { do: 'refuse', why: `${project} is a file; name the folder of a project. ${usage}` };
  return {
    do: 'advise',
    project,
    open: facts.interactive && !flags.includes('--print'),
    with:
      facts.code === undefined
        ? 'served'
        : { command: facts.code, args: [`--extensionDevelopmentPath=${facts.repository}`, project] },
  };
}
