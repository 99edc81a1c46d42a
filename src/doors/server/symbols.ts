import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { SystemOutline } from '../../advise/advisor';
import type { ClientAbilities } from './client-abilities';
import { uriOf, type Workspace } from './workspace';

/** The systems that are described in a file. */
export async function symbolsIn(
  uri: string,
  workspace: Workspace,
  client: ClientAbilities,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const file = await workspace.analyzed(uri);
  if (file === undefined) return [];
  const here = file.root.analysis.outline().filter((system) => system.file === file.path);
  if (!client.nestedSymbols) {
    return here.map((system) => ({
      name: nameOf(system),
      kind: SymbolKind.Module,
      location: { uri: uriOf(file.folder, file.path), range: system.range },
    }));
  }
  return here.map((system) => ({
    name: nameOf(system),
    detail: system.name ?? '',
    kind: SymbolKind.Module,
    range: system.range,
    selectionRange: firstLine(system.range),
  }));
}

/** A client refuses a symbol without a name, and a half-typed system has none yet. */
function nameOf(system: SystemOutline): string {
  return system.id || system.name || system.path || 'system';
}

function firstLine({ start, end }: Range): Range {
  return { start, end: end.line > start.line ? { line: start.line, character: start.character } : end };
}
