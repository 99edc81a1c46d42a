/** What a program is told that starts VS Code to run tests in it. */
export interface LaunchArguments {
  readonly extensionPaths: string[];
  readonly testsPath: string;
  readonly folder: string;
  /** As the caller has it: VS Code's own arguments, in order. */
  readonly all: readonly string[];
}

/**
 * Reads VS Code's own command line, as @vscode/test-electron writes it. What it does not know it leaves to VS Code.
 * Throws when there are no tests, no extension or no folder.
 */
export function readLaunchArguments(all: readonly string[]): LaunchArguments {
  const values = (flag: string): string[] =>
    all.flatMap((argument) => (argument.startsWith(`${flag}=`) ? [argument.slice(flag.length + 1)] : []));
  const extensionPaths = values('--extensionDevelopmentPath');
  const [testsPath] = values('--extensionTestsPath');
  const folder = all.find((argument) => !argument.startsWith('-'));
  if (extensionPaths.length === 0) throw new Error('No --extensionDevelopmentPath=FOLDER was given.');
  if (testsPath === undefined) throw new Error('No --extensionTestsPath=FILE was given.');
  if (folder === undefined) throw new Error('No folder to open was given.');
  return { extensionPaths, testsPath, folder, all };
}
