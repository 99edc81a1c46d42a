import { builtCatalog } from '../../scripts/built-catalog';
import type { Advisor, Analysis, FileFacts } from '../../src/advise/advisor';
import { createAdvisor } from '../../src/advise/create';
import { findRoots } from '../../src/manifest/roots';

/** The catalog of the repository itself, built once a test file. */
const { pack, bodies } = await builtCatalog();

export { bodies, pack };
export const advisor: Advisor = createAdvisor(pack, bodies);

/** The day on which tests read the law, unless they say another. */
export const today = '2026-11-24';

export const noFiles: FileFacts = { match: () => [] };

/** One root file (and what stands beside it) as texts by path. */
export function analyzeFiles(
  files: Readonly<Record<string, string>>,
  options: { asOf?: string; repository?: FileFacts; previous?: Analysis } = {},
): Analysis {
  const [root] = findRoots(Object.keys(files));
  if (!root) throw new Error('The files hold no manifest root.');
  const { asOf, repository = noFiles, previous } = options;
  const input = {
    files: root,
    texts: new Map(Object.entries(files)),
    overlays: new Map(Object.entries(files).map(([path, text]) => [path, { text }])),
    today,
    repository,
    ...(asOf === undefined ? {} : { asOf }),
  };
  return advisor.analyze(input, previous);
}

export function analyzeText(text: string, options: Parameters<typeof analyzeFiles>[1] = {}): Analysis {
  return analyzeFiles({ 'ai-usage.yaml': text }, options);
}
