/** What to say where no manifest was found: how to make one. `others`: the repository has some, elsewhere. */
export function noManifest(paths: readonly string[], others: boolean): string {
  const where = paths.length > 0 ? paths.join(', ') : 'this folder and below';
  const elsewhere = others ? ' (there are manifests elsewhere in the repository)' : '';
  return `No manifest in ${where}${elsewhere}. Put one beside your code, ai-usage.yaml, that names each AI system:

version: 1
systems:
  - id: claims-triage
    purpose: Sorts incoming motor claims and proposes a payout to a clerk
    roles: [deployer]
    areas: [insurance.other]
    influence: main-factor
    markets: [DE, SG, US-CO]

All but version and id may be left out: what is not said counts as unknown.
"ai-governance schema" prints every field, "ai-governance explain areas" explains one.`;
}
