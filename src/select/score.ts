/** What decides between two sets, in this order: more, more, less, less. */
export interface Score {
  readonly legalWeight: number;
  readonly weight: number;
  readonly cost: number;
  readonly doubt: number;
}

/** The order between two sets: by score, then the smaller set, so that no tool is there for nothing, then by ids. */
export function isBetter(
  a: Score & { readonly ids: readonly string[] },
  b: Score & { readonly ids: readonly string[] },
): boolean {
  if (a.legalWeight !== b.legalWeight) return a.legalWeight > b.legalWeight;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.doubt !== b.doubt) return a.doubt < b.doubt;
  if (a.ids.length !== b.ids.length) return a.ids.length < b.ids.length;
  const differing = a.ids.findIndex((id, index) => id !== b.ids[index]);
  return differing >= 0 && (a.ids[differing] ?? '') < (b.ids[differing] ?? '');
}
