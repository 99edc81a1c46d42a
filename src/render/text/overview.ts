import { joined } from '../../answer/format';
import type { Regime, System } from '../../answer/schema';
import { sinceWords } from '../words/days';
import { byForce } from '../words/force';
import { gapsOf } from '../words/gaps';
import { className, counted } from '../words/labels';
import { pathWithin } from '../words/places';
import type { Row } from './layout';
import type { Reading } from './reading';
import { headed, labelled, textColumn } from './rows';
import { columns } from './width';

const shownSystems = 30;
const shownClasses = 2;
const shownOftenest = 3;
const widestName = 28;
const nameColumn = 2;
const gapColumns = 10;

/** Many systems as a table, one line each, then which gaps and which questions the most of them have. */
export function overviewRows(reading: Reading): Row[] {
  const { root } = reading;
  const shown = root.systems.slice(0, shownSystems);
  const rest = root.systems.length - shown.length;
  const widest = Math.max(...shown.map((system) => columns(nameOf(system))));
  const column = nameColumn + 2 + Math.min(widestName, widest);
  return [
    headed(`${root.systems.length} systems in ${reading.file(root.path)}`),
    ...shown.map(
      (system): Row => [
        { column: nameColumn, text: [nameOf(system)] },
        { column, text: [{ role: 'dim', text: counted(gapsOf(system.controls).length, 'gap') }] },
        { column: column + gapColumns, text: [classWords(system, root.asOf)] },
      ],
    ),
    ...(rest > 0
      ? [[{ column: nameColumn, text: [{ role: 'dim' as const, text: `and ${rest} more` }] }]]
      : []),
    ...oftenestRows('Gaps', root.systems, (system) => gapsOf(system.controls).map(({ title }) => title)),
    ...oftenestRows('Next', root.systems, ({ questions, path }) =>
      (questions ?? []).map((question) => pathWithin(question.path, path)),
    ),
  ];
}

function nameOf({ name, id }: System): string {
  const text = name ?? id;
  return text.length > widestName ? `${text.slice(0, widestName - 1)}…` : text;
}

/** The first classes that hold under law, and where; without one, how many laws apply. */
function classWords({ regimes }: System, asOf: string): string {
  const { binds, mayBind, voluntary } = byForce(regimes);
  const classes = binds.flatMap((regime) => gravest(regime, asOf) ?? []);
  if (classes.length > 0) {
    const rest = classes.length - shownClasses;
    const more = rest > 0 ? `; ${rest} more` : '';
    return classes.slice(0, shownClasses).join('; ') + more;
  }
  const open = mayBind.length > 0 ? `${counted(mayBind.length, 'law')} may apply` : '';
  if (binds.length > 0)
    return `${counted(binds.length, 'law')}, no class yet${open === '' ? '' : `; ${open}`}`;
  if (open !== '') return open;
  return voluntary.length > 0 ? 'no law applies' : 'nothing applies';
}

/** The first class that holds under a law; the catalog lists the gravest first. */
function gravest({ classes, jurisdiction, atLeast }: Regime, asOf: string): string | undefined {
  if (atLeast)
    return `${jurisdiction} at least ${className(atLeast.class)}, ${joined(atLeast.open.map(className))} still open`;
  const holding = classes.find(({ verdict }) => verdict === 'yes');
  return holding && `${jurisdiction} ${className(holding.id)} ${sinceWords({ since: holding.since }, asOf)}`;
}

function oftenestRows(
  label: string,
  systems: readonly System[],
  thingsOf: (system: System) => string[],
): Row[] {
  const counts = new Map<string, number>();
  for (const system of systems) {
    for (const thing of new Set(thingsOf(system))) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  // Sorting is stable: of equally frequent ones, the weightier of the first system stays first.
  const oftenest = [...counts].sort(([, a], [, b]) => b - a).slice(0, shownOftenest);
  return labelled(
    label,
    oftenest.map(
      ([thing, count]): Row => [
        { column: textColumn, text: [thing, { role: 'dim', text: `, in ${counted(count, 'system')}` }] },
      ],
    ),
  );
}
