import type { MatchFiles } from '../assess/declarations';
import type { AnalyzeInput } from './advisor';

/** Evidence is named from the folder of the root file, wherever the advisor was called, and stays below the asked one. */
export function matchFrom({ files, repository }: Pick<AnalyzeInput, 'files' | 'repository'>): MatchFiles {
  const folder = files.root.slice(0, Math.max(files.root.lastIndexOf('/'), 0));
  return (glob) => {
    if (isElsewhere(glob)) return undefined;
    if (!stepsOf(glob).includes('..')) return repository.match(glob, folder);
    const reached = reach(stepsOf(folder), glob);
    return reached && repository.match(reached.glob, reached.folder);
  };
}

/** From the top of a machine or a drive, or in another notation: no path of the repository. */
function isElsewhere(glob: string): boolean {
  return /^(?:\/|[A-Za-z]:)|\\/.test(glob.trim());
}

function stepsOf(path: string): string[] {
  return path.trim().split('/').filter(isStep);
}

function isStep(step: string): boolean {
  return step !== '' && step !== '.';
}

/** The folder that `..` leads to and what is named from there; undefined above the asked folder, or where `**` is left. */
function reach(folder: readonly string[], glob: string): { folder: string; glob: string } | undefined {
  const above = [...folder];
  const below: string[] = [];
  for (const step of stepsOf(glob)) {
    if (step !== '..') below.push(step);
    else if (below.length > 0) {
      if (below.pop() === '**') return undefined;
    } else if (above.pop() === undefined) return undefined;
  }
  return { folder: above.join('/'), glob: below.length > 0 ? below.join('/') : '**' };
}
