import type { Role } from '../../render/text/layout';

/** SGR codes of the sixteen colors that every terminal theme defines. */
const codes: Readonly<Record<Role, readonly [number, number]>> = {
  heading: [1, 22],
  bad: [31, 39],
  warning: [33, 39],
  good: [32, 39],
  accent: [36, 39],
  dim: [2, 22],
};

export function paint(role: Role, text: string): string {
  const [begin, end] = codes[role];
  return `\u001b[${begin}m${text}\u001b[${end}m`;
}

/** Whether colors are wanted (no-color.org; FORCE_COLOR where a log shows them). */
export function wantsColors(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
