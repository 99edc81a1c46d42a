import type { Conflict } from '../../answer/schema';
import type { Row } from './layout';
import type { Reading } from './reading';
import { headed, labelled, textColumn } from './rows';

/** Where laws that apply pull apart: one line each, by which `explain` finds the rest; with what to do when all is told. */
export function conflictRows(reading: Reading): Row[] {
  const { conflicts } = reading.root;
  const [first] = conflicts;
  if (!first) return [];
  const more = `“explain ${first.id}” says what to do`;
  return [
    headed('Conflicts'),
    ...conflicts.flatMap((conflict) => oneConflict(conflict, reading)),
    ...(reading.full ? [] : [[{ column: textColumn, text: [{ role: 'dim' as const, text: more }] }]]),
  ];
}

function oneConflict({ id, title, advice, systems }: Conflict, { root, names, full }: Reading): Row[] {
  const which = root.systems.length > 1 ? ` (${systems.map(names.system).join(', ')})` : '';
  return [
    ...labelled(id, [
      [
        {
          column: textColumn,
          text: [
            { role: 'warning', text: title },
            { role: 'dim', text: which },
          ],
        },
      ],
    ]),
    ...(full ? [[{ column: textColumn, text: [advice] }]] : []),
  ];
}
