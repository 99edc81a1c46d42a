import type { CatalogFile } from '../../src/catalog/build';
import { draftOf } from '../../src/catalog/draft';
import { readEntryFile } from '../../src/catalog/entry-file';
import type { Pack } from '../../src/catalog/pack';
import { type Condition, conditionSchema } from '../../src/logic/condition';

/** One condition of a catalog, where it stands, and how the pack looks with another one in its place. */
export interface Site {
  /** Relative to the folder of the catalog. */
  readonly file: string;
  /** What carries it: `eu-ai-act.annex-iii-4-a`, `hallucination severity.raises[1]`. */
  readonly entry: string;
  /** Id of what carries it. */
  readonly id: string;
  readonly kind: 'regimes' | 'risks' | 'controls';
  /** Id of the regime, risk or control that it belongs to. */
  readonly owner: string;
  readonly condition: Condition;
  /** Only a yes of it has any effect: a no and an unknown are the same to it. */
  readonly onlyYesCounts: boolean;
  readonly with: (pack: Pack, condition: Condition) => Pack;
}

/**
 * A pack cut down to what a condition can bear on, so that it is quickly asked: a regime stands alone, and a risk
 * needs no law. A control is asked for by everything.
 */
export function aroundSite({ kind, owner }: Pick<Site, 'kind' | 'owner'>, pack: Pack): Pack {
  if (kind === 'controls') return pack;
  if (kind === 'risks') return { ...pack, regimes: [] };
  return { ...pack, regimes: pack.regimes.filter(({ id }) => id === owner), risks: [], controls: [] };
}

const kinds = ['regimes', 'risks', 'controls'] as const;

type Steps = readonly (string | number)[];

/**
 * Every condition of a pack, wherever it stands in an entry, by file and then in the order of the pack.
 *
 * @param files those that the pack was built from
 */
export function sitesOf(pack: Pack, files: readonly CatalogFile[]): Site[] {
  const fileOf = filesByEntry(files);
  const sites = kinds.flatMap((kind) =>
    pack[kind].flatMap((entry, index) =>
      conditionsIn(entry).map(({ steps, condition }): Site => {
        const { id, within } = carrierOf(entry, entry.id, steps);
        const suffix = spoken(within);
        return {
          file: fileOf(kind, entry.id, `${steps[0]} ${id}`),
          entry: suffix === '' ? id : `${id} ${suffix}`,
          id,
          kind,
          owner: entry.id,
          condition,
          onlyYesCounts: kind === 'risks' && steps[0] === 'severity',
          with: (given, changed) => ({
            ...given,
            [kind]: given[kind].map((one, at) => (at === index ? replaced(one, steps, changed) : one)),
          }),
        };
      }),
    ),
  );
  return sites.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

interface Found {
  readonly steps: Steps;
  readonly condition: Condition;
}

/** Whatever has the form of a condition is one; conditions inside it are its parts. */
function conditionsIn(value: unknown, steps: Steps = []): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if (['all', 'any', 'not', 'path'].some((key) => key in value)) {
    const { data } = conditionSchema.safeParse(value);
    if (data) return [{ steps, condition: data }];
  }
  if (Array.isArray(value)) return value.flatMap((inner, index) => conditionsIn(inner, [...steps, index]));
  return Object.entries(value).flatMap(([key, inner]) => conditionsIn(inner, [...steps, key]));
}

/** The nearest thing around a condition that has an id, and the steps from it. */
function carrierOf(entry: unknown, ownId: string, steps: Steps): { id: string; within: Steps } {
  let found = { id: ownId, within: steps };
  let value = entry;
  for (const [index, step] of steps.entries()) {
    value = innerOf(value, step);
    const id = innerOf(value, 'id');
    if (typeof id === 'string') found = { id, within: steps.slice(index + 1) };
  }
  return found;
}

/** `severity.raises[1]`; the key of the condition itself says nothing. */
function spoken(steps: Steps): string {
  const own = steps.at(-1);
  const shown = own === 'condition' || own === 'when' ? steps.slice(0, -1) : steps;
  return shown.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

function innerOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === step)?.[1];
}

/** A copy of a value with something else at a place; the types say nothing of places that are found by steps. */
function replaced<Value>(value: Value, [step, ...rest]: Steps, changed: unknown): Value {
  if (step === undefined) return changed as Value;
  const inner = replaced(innerOf(value, step), rest, changed);
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === step ? inner : one)) as Value;
  return { ...value, [step]: inner };
}

/** Where each entry stands; a regime may be spread over several files. */
function filesByEntry(files: readonly CatalogFile[]): (kind: string, owner: string, key: string) => string {
  const known = new Map<string, string>();
  const mains = new Map<string, string>();
  const { draft } = draftOf(files.map(readEntryFile));
  for (const { id, main, parts } of draft.regimes) {
    mains.set(id, main.file.path);
    for (const { file, value } of parts) {
      for (const list of ['exceptions', 'classes', 'duties', 'deemedRoles'] as const) {
        for (const { id: own } of value[list]) known.set(`${list} ${own}`, file.path);
      }
    }
  }
  return (kind, owner, key) =>
    kind === 'regimes' ? (known.get(key) ?? mains.get(owner) ?? kind) : `${kind}/${owner}.md`;
}
