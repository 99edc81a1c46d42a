import type { Conflict, Divergence, PositionOnTheme } from '../answer/schema';
import type { ComparisonEntry } from '../catalog/schema/comparison';
import { around, bindsNow, type Column, type Found } from './columns';
import type { Model } from './model';

type Theme = Divergence['themes'][number];
type FoundDuty = Found['duties'][number];

export interface DivergenceInput {
  readonly model: Model;
  /** What was concluded of the system, as if it were offered in every column. */
  readonly regimes: readonly Found[];
  readonly columns: readonly Column[];
  /** Conflicts that concern the system in these places. */
  readonly conflicts: readonly Conflict[];
}

/** What each place asks of a system, theme by theme. Themes that no place asks for are left out. */
export function assessThemes(input: DivergenceInput): Theme[] {
  const themes = input.model.pack.vocabularies.find(({ id }) => id === 'themes')?.terms ?? [];
  return themes
    .map(({ id, title }) => assessTheme(input, id, title))
    .filter(({ cells }) => cells.some((cell) => asksAnything(cell)));
}

function asksAnything({ force, around: others }: PositionOnTheme): boolean {
  return (force !== 'none' && force !== 'unseen') || others.length > 0;
}

function assessTheme(input: DivergenceInput, id: string, title: string): Theme {
  const { model, columns, conflicts } = input;
  const byPlace = dutiesByPlace(input.regimes, id);
  const parents = model.terms.hierarchy('system.markets');
  const cells = columns.map((column): PositionOnTheme => {
    const own = ownPosition(byPlace.get(column.id) ?? [], column.id);
    return {
      ...own,
      force: own.force === 'none' && !hasLaw(model, column.id) ? 'unseen' : own.force,
      around: around(column.id, parents).flatMap((place) => {
        const { force } = ownPosition(byPlace.get(place) ?? [], place);
        return force === 'binding' || force === 'open' ? [{ jurisdiction: place, force }] : [];
      }),
    };
  });
  const places = new Set(columns.flatMap((column) => [column.id, ...around(column.id, parents)]));
  const binding = [...places].flatMap((place) =>
    (byPlace.get(place) ?? []).flatMap(({ regime, duty }) =>
      bindsNow(regime) && duty.applies === 'yes' ? [regime] : [],
    ),
  );
  const comparison = model.pack.comparisons.find((entry) => entry.id === id);
  return {
    id,
    title,
    cells,
    ...(comparison ? compare(model, comparison, binding) : nothingCompared),
    conflicts: conflicts.filter(({ themes }) => themes.includes(id)).map((conflict) => conflict.id),
  };
}

interface Asked {
  readonly regime: Found;
  readonly duty: FoundDuty;
}

/** Duties of a theme that apply or may apply, by the place whose law they are. */
function dutiesByPlace(regimes: readonly Found[], theme: string): ReadonlyMap<string, readonly Asked[]> {
  const byPlace = new Map<string, Asked[]>();
  for (const regime of regimes) {
    for (const duty of regime.duties) {
      if (duty.applies === 'no' || !duty.themes.includes(theme)) continue;
      byPlace.set(regime.jurisdiction, [...(byPlace.get(regime.jurisdiction) ?? []), { regime, duty }]);
    }
  }
  return byPlace;
}

/** What the law of one place itself asks. What binds for sure is told before what may, and that before what is voluntary. */
function ownPosition(here: readonly Asked[], place: string): Omit<PositionOnTheme, 'around'> {
  const position = (
    force: PositionOnTheme['force'],
    found: readonly Asked[],
    mayAdd: readonly Asked[] = [],
  ) => ({
    jurisdiction: place,
    force,
    since: firstDay(found.flatMap(({ duty }) => duty.due ?? [])),
    duties: found.map(({ duty }) => duty.id),
    mayAdd: mayAdd.map(({ duty }) => duty.id),
    reported: found.length > 0 && found.every(({ duty }) => duty.reported),
  });
  const law = here.filter(({ regime }) => bindsNow(regime));
  const sure = law.filter(({ duty }) => duty.applies === 'yes');
  const open = law.filter(({ duty }) => duty.applies !== 'yes');
  if (sure.length > 0) return position('binding', sure, open);
  if (open.length > 0) return { ...position('open', open), since: null };
  const voluntary = here.filter(({ regime }) => !bindsNow(regime));
  const sureOnes = voluntary.filter(({ duty }) => duty.applies === 'yes');
  if (sureOnes.length > 0) return position('voluntary', sureOnes);
  // What never binds may be told where it is only possible that it speaks of the system.
  return voluntary.length > 0 ? { ...position('voluntary', voluntary), since: null } : position('none', []);
}

function hasLaw({ pack }: Model, place: string): boolean {
  return pack.regimes.some(({ jurisdiction }) => jurisdiction === place);
}

function firstDay(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

type Compared = Pick<Theme, 'strictest' | 'strictestTitle' | 'meets' | 'because'>;

const nothingCompared: Compared = { strictest: null, strictestTitle: null, meets: null, because: null };

/**
 * The strictest of the regimes that bind, and whether it is enough to meet that one. The catalog tells this only of its
 * first, and only against regimes that it ranks; that it meets all of them is not said where one is not ranked.
 */
function compare(
  { pack }: Model,
  { strictest: ranking, meets, because }: ComparisonEntry,
  binding: readonly Found[],
): Compared {
  const id = ranking.find((ranked) => binding.some((regime) => regime.id === ranked));
  const strictest = binding.find((regime) => regime.id === id);
  if (!strictest) return nothingCompared;
  const others = binding.filter(({ jurisdiction }) => jurisdiction !== strictest.jurisdiction);
  const ranked = others.filter((regime) => ranking.includes(regime.id));
  const covered = meets === 'no' || meets === 'partly' || ranked.length === others.length;
  const told = strictest.id === ranking[0] && ranked.length > 0 && covered;
  return {
    strictest: strictest.id,
    strictestTitle: pack.regimes.find((regime) => regime.id === strictest.id)?.shortTitle ?? strictest.id,
    meets: told ? meets : null,
    because: told ? because : null,
  };
}
