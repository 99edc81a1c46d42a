/** Everything that package.json and the code must call by the same name; a test holds both together. */

export const commandIds = {
  showAdvice: 'aiGovernance.showAdvice',
  newManifest: 'aiGovernance.newManifest',
  explainRule: 'aiGovernance.explainRule',
} as const;

/** View type of the report's panel. */
export const reportView = 'aiGovernance.report';

/** Manifests in YAML and in JSON. */
export const manifestLanguages: readonly string[] = ['ai-usage', 'ai-usage-json'];

/** Matches every manifest file by its name, for a search in the workspace. */
export const manifestGlob = '**/{ai-usage,*.ai-usage}.{yaml,yml,json}';

/** Scheme of pages about rules, which VS Code previews as Markdown. */
export const pageScheme = 'ai-governance';
