/** Why a tool is chosen or not, as the core says it by id. Clauses: no capital, no full stop. */
export const toolWords: Readonly<Record<string, string>> = {
  'tool.in-use': 'in use already',
  'tool.closes': 'closes {count|one need|{count} needs}: {capabilities}',
  'tool.basis': 'basis of these: {documented} documented, {judged} judged',
  'tool.limits': 'limits: {limits}',
  'tool.sells-models': 'its owner, {owner}, also sells models that it would judge',
  'tool.advisory': 'security event of {date}: {what}',
  'firm.dropped': 'without {tool}',
  'firm.lifted': 'without the constraint {constraint}',
};
