import type { Pack } from './pack';

/**
 * A pack in which nothing points at what is not there: what an overlay withdraws, or leaves out for an error, is
 * named by nobody any more.
 */
export function withoutDangling(pack: Pack): Pack {
  const capabilities = idsOf(pack.capabilities);
  const risks = idsOf(pack.risks);
  const duties = idsOf(pack.regimes.flatMap((regime) => regime.duties));
  const themes = idsOf(pack.vocabularies.flatMap(({ id, terms }) => (id === 'themes' ? terms : [])));
  const served = (part: { duties: string[]; themes: string[] }) => ({
    duties: kept(part.duties, (id) => duties.has(id)),
    themes: kept(part.themes, (id) => themes.has(id)),
  });
  return {
    ...pack,
    controls: pack.controls.map((control) => ({
      ...control,
      capabilities: kept(control.capabilities, (id) => capabilities.has(id)),
      mitigates: kept(control.mitigates, ({ risk }) => risks.has(risk)),
      primaryFor: served(control.primaryFor),
      serves: served(control.serves),
    })),
    capabilities: pack.capabilities.map((capability) => ({
      ...capability,
      near: kept(capability.near, ({ id }) => capabilities.has(id)),
    })),
    tools: pack.tools.map((tool) => ({
      ...tool,
      capabilities: kept(tool.capabilities, ({ id }) => capabilities.has(id)),
    })),
    regimes: pack.regimes.map((regime) =>
      regime.duties.every((duty) => duty.themes.every((theme) => themes.has(theme)))
        ? regime
        : {
            ...regime,
            duties: regime.duties.map((duty) => ({
              ...duty,
              themes: kept(duty.themes, (theme) => themes.has(theme)),
            })),
          },
    ),
  };
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

function kept<Item>(items: Item[], stays: (item: Item) => boolean): Item[] {
  return items.every(stays) ? items : items.filter(stays);
}
