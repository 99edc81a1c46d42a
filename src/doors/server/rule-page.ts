/** The public page of a rule. The bundled copy is what "Explain" opens, offline. */
export function rulePage(rule: string): string {
  return `https://github.com/ai-governance/ai-governance-advisor/blob/main/src/rules/${rule}/page.md`;
}
