import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Ask } from '../../advise/advisor';
import { askedProblems } from '../../advise/asked-preferences';
import type { Root } from '../../answer/schema';
import type { Pack } from '../../catalog/pack';
import type { Folder, RootState } from './folder';
import { guidedBy } from './guidance';
import type { AnalyzedRoot, AnswerParams, FolderAnswer, RootInfo, RootsParams } from './protocol';
import { uriOf, type Workspace } from './workspace';

/** The roots of all folders, or the one that a file belongs to; by folder, then by path. */
export async function rootsAsked({ uri }: RootsParams, workspace: Workspace): Promise<RootInfo[]> {
  return (await statesAsked(uri, workspace)).flatMap(({ folder, states }) =>
    states.map(({ files }) => ({
      uri: uriOf(folder, files.root),
      parts: files.parts.map((path) => uriOf(folder, path)),
      folder: folder.uri,
      path: files.root,
    })),
  );
}

/** Everything concluded about the roots asked for, one answer a folder. */
export async function answersAsked(
  { uri, questions, portfolio, preferences, trial }: AnswerParams,
  workspace: Workspace,
): Promise<FolderAnswer[]> {
  const asked = await statesAsked(uri, workspace);
  const ask: Ask = {
    questions,
    portfolio,
    ...(preferences ? { preferences } : {}),
    ...(trial === undefined ? {} : { trial }),
  };
  const packs = asked.flatMap(({ states }) => states.map(({ analysis }) => analysis.catalog.pack));
  const problems = packs.length > 0 && preferences ? askedProblems(preferences, packs) : [];
  if (problems.length > 0)
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      problems.map(({ field, message }) => `${field}: ${message}`).join('\n'),
    );
  return asked.map(({ folder, states }) => {
    const roots: Root[] = states.map(({ analysis }) => analysis.answer(ask));
    const guided = guidedBy(states.map(({ analysis }) => analysis.catalog));
    // Findings may stand in other files than manifests, such as entries of an overlay.
    const found = roots.flatMap(({ findings }) => findings.map(({ place }) => place.file));
    const paths = new Set([...states.flatMap(({ files }) => [files.root, ...files.parts]), ...found]);
    const uris = Object.fromEntries([...paths].map((path) => [path, uriOf(folder, path)]));
    return { folder: folder.uri, answer: { schemaVersion: 1, roots }, uris, guided };
  });
}

/** What a client is told when roots were read anew. */
export function analyzedRoots(
  folder: Folder,
  states: readonly RootState[],
  pack: Pack,
): readonly AnalyzedRoot[] {
  return states.map(({ files, analysis }) => ({
    uri: uriOf(folder, files.root),
    files: [files.root, ...files.parts].map((path) => uriOf(folder, path)),
    asOf: analysis.asOf,
    knownUntil: pack.knownUntil,
    catalogVersion: pack.version,
  }));
}

async function statesAsked(
  uri: string | undefined,
  workspace: Workspace,
): Promise<{ folder: Folder; states: readonly RootState[] }[]> {
  if (uri !== undefined) {
    const file = await workspace.analyzed(uri);
    return file === undefined ? [] : [{ folder: file.folder, states: [file.root] }];
  }
  const { folders } = workspace;
  await Promise.all(folders.map((folder) => folder.refresh()));
  return folders
    .filter((folder) => folder.states.length > 0)
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .map((folder) => ({ folder, states: folder.states }));
}
