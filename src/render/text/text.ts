import { joined } from '../../answer/format';
import type { Answer } from '../../answer/schema';
import { knownUntilWords, lateness } from '../words/known-until';
import { namesOf } from '../words/names';
import { staleWords } from '../words/stale';
import { conflictRows } from './conflicts';
import { findingRows } from './findings';
import { gap, layout, type Role, type Row } from './layout';
import { overviewRows } from './overview';
import type { Reading } from './reading';
import { headed } from './rows';
import { organizationRows, systemRows } from './system';
import { toolRows } from './tools';

export interface TextOptions {
  /** Columns of the terminal; at least 40 are used. */
  readonly width: number;
  /** Paints a text for its role, or returns it as it is. The words say the same without color. */
  readonly color: (role: Role, text: string) => string;
  /** Everything that is known, instead of the most telling few. */
  readonly full: boolean;
  /** How a file of the answer is called where it is read, so that a click finds it; as it is when not said. */
  readonly file?: (path: string) => string;
}

/** Up to so many systems are told one by one; more become a table. */
const toldOneByOne = 4;

const leastWidth = 40;

/**
 * The answer as a short text for a terminal: for each system its classes with date and reason, the worst gaps, what to
 * say next; then the tools, the findings and on what day the law was read. Ends with a line break.
 */
export function renderText(answer: Answer, options: TextOptions): string {
  const { full } = options;
  const file = options.file ?? ((path: string) => path);
  const rows = answer.roots.flatMap((root) => rootRows({ root, full, file, names: namesOf(root) }, answer));
  const opening = bannerRows(answer);
  const style = { width: Math.max(leastWidth, options.width), color: options.color };
  return `${layout([...opening, ...rows, ...closing(answer)], style).join('\n')}\n`;
}

/** Where the day of the law lies long after what the catalog knows, that is said before everything else. */
function bannerRows({ roots }: Answer): Row[] {
  const late = roots.filter((root) => lateness(root) === 'long');
  const known = [...new Set(late.map(({ knownUntil }) => knownUntil))].sort();
  if (known.length === 0) return [];
  return [[{ column: 0, text: [{ role: 'warning', text: knownUntilWords(joined(known)) }] }], gap];
}

function rootRows(reading: Reading, answer: Answer): Row[] {
  const { root, full } = reading;
  const sections = [
    answer.roots.length > 1 ? [headed(reading.file(root.path))] : [],
    ...(full || root.systems.length <= toldOneByOne
      ? root.systems.map((system) => systemRows(system, reading))
      : [overviewRows(reading)]),
    organizationRows(reading),
    conflictRows(reading),
    toolRows(reading),
    findingRows(reading),
  ];
  return sections.filter((rows) => rows.length > 0).flatMap((rows) => [...rows, gap]);
}

/** What is past its review day; on what day the law was read, with which catalogs, and that this is advice. */
export function closing({ roots }: Answer): Row[] {
  if (roots.length === 0) return [[{ column: 0, text: ['No manifest was read.'] }]];
  const days = [...new Set(roots.map(({ asOf }) => asOf))].sort();
  const known = [...new Set(roots.map(({ knownUntil }) => knownUntil))].sort();
  const later = roots.some((root) => lateness(root) !== 'none') ? ', later law not included' : '';
  const overlays = [...new Set(roots.flatMap(({ catalog }) => catalog.overlays))].sort();
  const own = overlays.length > 0 ? ` with ${joined(overlays)}` : '';
  const text = `As of ${joined(days)}; catalog known until ${joined(known)}${later}${own}; advice, not legal advice.`;
  const stale = staleWords(roots);
  return [
    ...(stale === undefined ? [] : [[{ column: 0, text: [{ role: 'warning' as const, text: stale }] }]]),
    [{ column: 0, text: [{ role: 'dim', text }] }],
  ];
}
