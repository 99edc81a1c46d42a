import { type BrowsedKind, browsedKinds } from '../answer/catalog-browse';
import type { Bodies, Pack } from '../catalog/pack';
import type { BrowsedEntry } from './catalog-list';
import { explainCapability, explainFramework } from './explain-capability';
import { explainBackground, explainConflict } from './explain-conflict';
import { explainControl } from './explain-control';
import { explainLaw } from './explain-law';
import { explainRegimeFact } from './explain-regime';
import { explainRisk } from './explain-risk';
import { explainComparison, explainVocabulary } from './explain-theme';
import { explainTool } from './explain-tool';

type Explain = (pack: Pack, bodies: Bodies, id: string) => string | undefined;

/** Which of several entries with one id is meant where only the id is said: the first. */
const explains: Readonly<Record<BrowsedKind, Explain>> = {
  regimes: explainLaw,
  conflicts: explainConflict,
  background: explainBackground,
  controls: explainControl,
  risks: explainRisk,
  tools: explainTool,
  capabilities: explainCapability,
  frameworks: explainFramework,
  comparisons: explainComparison,
  vocabularies: explainVocabulary,
};
const order = Object.keys(explains).filter(isKind);

/** What is written for an entry: its id, or `kind/id` where several have it. */
interface Name {
  readonly kind: BrowsedKind;
  readonly id: string;
}

/** The page about an entry of the catalog, or about a duty, a ground or an exception of a regime. */
export function explainEntry(pack: Pack, bodies: Bodies, written: string): string | undefined {
  const [first, ...others] = namesOf(pack, written);
  if (!first) return explainRegimeFact(pack, bodies, written);
  const markdown = explains[first.kind](pack, bodies, first.id);
  if (markdown === undefined || others.length === 0) return markdown;
  const also = others.map(({ kind, id }) => `\`${kind}/${id}\``).join(', ');
  return `${markdown}\n\nAlso called so: ${also}.`;
}

/** An entry as the catalog has it, with its kind and guidance: the one that a page would be about. */
export function entryNamed(
  pack: Pack,
  bodies: Bodies,
  written: string,
):
  | { readonly kind: BrowsedKind; readonly entry: BrowsedEntry; readonly guidance: string | null }
  | undefined {
  const [name] = namesOf(pack, written);
  const entry = name && pack[name.kind].find(({ id }) => id === name.id);
  if (!name || !entry) return undefined;
  return { kind: name.kind, entry, guidance: bodies[`${name.kind}/${name.id}`] ?? null };
}

/** Ids of all entries. */
export function entryIds(pack: Pack): string[] {
  return order.flatMap((kind) => pack[kind].map(({ id }) => id));
}

function namesOf(pack: Pack, written: string): Name[] {
  const slash = written.indexOf('/');
  const [prefix, id] = [written.slice(0, Math.max(0, slash)), written.slice(slash + 1)];
  const kinds = slash < 0 ? order : order.filter((kind) => kind === prefix);
  return kinds.filter((kind) => pack[kind].some((entry) => entry.id === id)).map((kind) => ({ kind, id }));
}

function isKind(text: string): text is BrowsedKind {
  const kinds: readonly string[] = browsedKinds;
  return kinds.includes(text);
}
