import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { skippedFolders } from '../../host/port';
import type { InitializationOptions } from '../server/protocol';
import { commandIds, manifestLanguages } from './ids';

export const clientId = 'aiGovernance';
export const clientName = 'AI Governance';

/** Where entries of a catalog can stand; which of them belong to one is for the server to say. */
const entryFiles =
  '**/{tools,capabilities,controls,risks,regimes,conflicts,comparisons,background,frameworks,vocabularies}/**/*.md';

/** What the client says and does the same way in every host. */
export function clientOptions({ servesCatalog }: { servesCatalog: boolean }): LanguageClientOptions {
  const options: InitializationOptions = {
    servesFiles: true,
    servesCatalog,
    wantsAnalyzed: true,
    commands: [commandIds.explainRule, commandIds.showAdvice, 'editor.action.triggerSuggest'],
  };
  return {
    documentSelector: [
      ...manifestLanguages.map((language) => ({ language })),
      // Entries of a company's own catalog have findings while they are typed.
      { language: 'markdown', pattern: entryFiles },
    ],
    initializationOptions: options,
    // A failed start is told by whoever asked for it, once.
    initializationFailedHandler: () => false,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      workspace: {
        // Git and package managers touch thousands of files that no listing has.
        didChangeWatchedFile: async (event, next) => {
          if (!event.uri.split('/').some((step) => skippedFolders.has(step))) await next(event);
        },
      },
    },
  };
}
