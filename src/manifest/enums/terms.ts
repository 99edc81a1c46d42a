/**
 * The values of one enumeration: each id with what a person must know to choose it. Ids are never renamed, only
 * added; their order is the order in which they are offered, and counts where the field is ordered.
 */
export type Terms = Readonly<Record<string, string>>;
