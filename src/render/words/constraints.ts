import { joined } from '../../answer/format';

const ofTools: Readonly<Record<string, string>> = {
  'tool.discontinued': 'archived or discontinued',
  'tool.closed-to-new': 'closed to new customers',
  'tool.advisory': 'not known to be safe after a security event',
};

/** Why tools are not to be had, after their names: `preferences.hosting`, `archived or discontinued`. */
export function constraintNames(constraint: string): string {
  return joined(constraint.split(', ').map((one) => ofTools[one] ?? one));
}

/** Why no tool closes a need: `preferences.hosting shuts out every tool that does it`. */
export function shutOutWords(constraint: string): string {
  const all = constraint.split(', ');
  const [one] = all;
  if (all.length > 1) return `${constraintNames(constraint)} together shut out every tool that does it`;
  const state = ofTools[one ?? ''];
  return state ? `every tool that does it is ${state}` : `${constraint} shuts out every tool that does it`;
}
