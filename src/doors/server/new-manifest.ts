import type { FolderFiles } from './folder-files';
import type { NewManifest } from './protocol';
import { uriBelow } from './uris';

const names = ['ai-usage.yaml', 'ai-usage.yml', 'ai-usage.json'] as const;

// `unknown` says nothing that is not so: an empty list would mean "none", and an example might be left as it is.
const text = `# The AI systems of this repository. What is unknown is never taken as harmless; completion shows what fits.
version: 1
systems:
  - id: my-system
    purpose: What it does, and for whom
    roles: [unknown] # such as provider, deployer
    areas: [unknown] # such as employment.recruitment, customer.service
    influence: unknown # none, informs, main-factor or decides
    markets: [unknown] # such as EU, DE, US-CO
`;

/** What to write to begin a manifest in a folder, or where its manifest is when it has one. Writes nothing. */
export async function newManifest(folder: string, files: FolderFiles): Promise<NewManifest> {
  for (const name of names) {
    if ('text' in (await files.read(name))) {
      return { exists: true, uri: uriBelow(folder, name), text: '', select: rangeOf('') };
    }
  }
  return { exists: false, uri: uriBelow(folder, names[0]), text, select: rangeOf('my-system') };
}

/** Where a word first stands in the new manifest. */
function rangeOf(word: string): NewManifest['select'] {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  const line = before.length - 1;
  const character = before.at(-1)?.length ?? 0;
  return { start: { line, character }, end: { line, character: character + word.length } };
}
