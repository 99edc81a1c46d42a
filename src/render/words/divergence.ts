import { joined } from '../../answer/format';
import type { Divergence, PositionOnTheme } from '../../answer/schema';
import { counted } from './labels';

type Theme = Divergence['themes'][number];
type Column = Divergence['jurisdictions'][number];

/** What a place asks under a theme, in few words. `none` never says that somebody complies. */
export const forceWords: Readonly<Record<PositionOnTheme['force'], string>> = {
  binding: 'binding',
  open: 'may bind',
  voluntary: 'voluntary',
  none: 'none found',
  unseen: 'not in catalog',
};

const meetsWords = {
  yes: 'meets the rest',
  mostly: 'mostly meets the rest',
  partly: 'meets part of the rest',
  no: 'does not meet the rest',
} as const;

/** What binds in a place that asks nothing binding itself: the law of a place around it, the nearest first. */
export function aroundOf({ force, around }: PositionOnTheme): PositionOnTheme['around'][number] | undefined {
  if (force === 'binding') return undefined;
  return (
    around.find((other) => other.force === 'binding') ??
    (force === 'none' || force === 'unseen' ? around[0] : undefined)
  );
}

/** `binding since 2025-02-02`, `binding from 2027-12-02`, `may bind`, `under US law`; what is only reported says so. */
export function positionWords(cell: PositionOnTheme, asOf: string): string {
  const { force, since, reported, mayAdd } = cell;
  const day = since === null ? '' : ` ${since <= asOf ? 'since' : 'from'} ${since}`;
  const check = reported ? ' (reported, check)' : '';
  const more = mayAdd.length > 0 ? ', more may bind' : '';
  const other = aroundOf(cell);
  const own = `${forceWords[force]}${day}${check}${more}`;
  if (!other) return own;
  const around =
    other.force === 'binding' ? `under ${other.jurisdiction} law` : `${other.jurisdiction} law may bind`;
  return force === 'none' || force === 'unseen' ? around : `${around}; ${own}`;
}

/** The strictest of several binding texts, and what it means for the rest; undefined where there is none to compare. */
export function strictestWords({ strictestTitle, meets, because, cells }: Theme): string | undefined {
  const binding = cells.filter((cell) => cell.force === 'binding' || aroundOf(cell)?.force === 'binding');
  if (strictestTitle === null || binding.length < 2) return undefined;
  const rest = meets === null ? '' : `; ${meetsWords[meets]}${because === null ? '' : `: ${because}`}`;
  return `${strictestTitle}${rest}`;
}

/** What `none found` and `not in catalog` mean, as of a day; one sentence each, none where neither is there. */
export function forceNotes({ themes }: Divergence, asOf: string): string[] {
  const alone = themes.flatMap(({ cells }) => cells.filter((cell) => !aroundOf(cell)));
  const forces = new Set(alone.map(({ force }) => force));
  return [
    ...(forces.has('none')
      ? [`“${forceWords.none}”: no binding law found here, as of ${asOf}; that is not the same as compliant.`]
      : []),
    ...(forces.has('unseen')
      ? [`“${forceWords.unseen}”: the catalog has no law of that place, so nothing is known.`]
      : []),
  ];
}

/** What the columns leave out: places inside them, and markets that nobody has named. */
export function beyondWords({ jurisdictions, open }: Divergence): string[] {
  return [
    ...jurisdictions
      .filter(({ inside }) => inside.length > 0)
      .map(({ id, inside }) => {
        const shown = inside.slice(0, shownInside);
        const rest = inside.length - shown.length;
        const places = joined([...shown, ...(rest > 0 ? [counted(rest, 'more', 'more')] : [])]);
        return `Inside ${id} there is more law that binds or may bind (${places}): name them as jurisdictions.`;
      }),
    ...(open ? ['Where it is offered is not all said: say markets, for more places may count.'] : []),
  ];
}

const shownInside = 6;

/** `US-CO (supposed)`: a column for a place that the manifest does not name. */
export function columnWords({ id, supposed }: Column): string {
  return supposed ? `${id} (supposed)` : id;
}
