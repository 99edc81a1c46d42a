import type { Answer, Conflict, Divergence, System } from '../../answer/schema';
import { beyondWords, forceNotes, strictestWords } from '../words/divergence';
import { signNotes, tableRows } from './divergence-table';
import { gap, layout, type Row, type Span } from './layout';
import { headed } from './rows';
import { closing, type TextOptions } from './text';

const leastWidth = 60;
/** Columns for the titles of themes beside the strictest texts. */
const themeWidth = 30;

/**
 * Themes by jurisdictions for each system as a table, then the strictest text of each theme and the conflicts. Ends
 * with a line break.
 */
export function renderDivergence(answer: Answer, options: TextOptions): string {
  const width = Math.max(leastWidth, options.width);
  const rows = answer.roots.flatMap(({ systems, asOf }) => {
    const told = new Set<string>();
    return systems.flatMap((system) => systemRows(system, { asOf, width, told }));
  });
  return `${layout([...rows, ...closing(answer)], { width, color: options.color }).join('\n')}\n`;
}

interface Telling {
  readonly asOf: string;
  readonly width: number;
  /** Conflicts that an earlier system had too: what to do about them is told once. */
  readonly told: Set<string>;
}

function systemRows({ id, name, divergence }: System, { asOf, width, told }: Telling): Row[] {
  if (!divergence) return [];
  const { themes, jurisdictions, conflicts } = divergence;
  const table =
    themes.length > 0
      ? tableRows(divergence, asOf, width)
      : [line('No law is known that asks anything of it here.')];
  const notes = [...signNotes(divergence), ...forceNotes(divergence, asOf)];
  const coming = jurisdictions.filter((column) => column.coming.length > 0);
  const sections: Row[][] = [
    strictestRows(divergence),
    coming.map((column) => line(`Coming in ${column.id}, not law: ${column.coming.join(', ')}.`)),
    conflicts.flatMap((conflict) => conflictRows(conflict, told)),
    [...notes, ...beyondWords(divergence)].map((text) => line({ role: 'dim', text })),
  ];
  return [
    headed(name ?? id),
    ...table,
    ...sections.filter((rows) => rows.length > 0).flatMap((rows) => [...rows, gap]),
  ];
}

function line(...text: Span[]): Row {
  return [{ column: 2, text }];
}

/** Where several places bind under a theme: which text is the strictest, and whether it is enough to meet that one. */
function strictestRows({ themes }: Divergence): Row[] {
  const rows = themes.flatMap((theme): Row[] => {
    const words = strictestWords(theme);
    if (words === undefined) return [];
    return [
      [
        { column: 2, text: [theme.title], width: themeWidth },
        { column: themeWidth + 4, text: [words] },
      ],
    ];
  });
  return rows.length > 0 ? [line({ role: 'heading', text: 'Strictest' }), ...rows] : [];
}

function conflictRows({ id, title, statement, advice, between }: Conflict, told: Set<string>): Row[] {
  const isTold = told.has(id);
  told.add(id);
  return [
    line({ role: 'warning', text: `Conflict ${id}: ${title}` }, ' ', {
      role: 'dim',
      text: `(${between.join(', ')})`,
    }),
    ...(isTold
      ? [[{ column: 4, text: ['See above.'] }]]
      : [
          [{ column: 4, text: [statement] }],
          [{ column: 4, text: [{ role: 'good' as const, text: 'What to do: ' }, advice] }],
        ]),
  ];
}
