import type { ClassBasis, DutyEntry } from './schema/regime';

/** Whether a duty is about a ground, by the classes and bases that it names. */
export function isAbout(
  { classes, bases, exceptBases }: Pick<DutyEntry, 'classes' | 'bases' | 'exceptBases'>,
  { id, class: name }: ClassBasis,
): boolean {
  return classes.includes(name) && (bases?.includes(id) ?? true) && exceptBases?.includes(id) !== true;
}

/** Penalties of a duty, by id; none where the act names none. */
export function penaltiesOf({ penalty = [] }: Pick<DutyEntry, 'penalty'>): readonly string[] {
  return typeof penalty === 'string' ? [penalty] : penalty;
}
