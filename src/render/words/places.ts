import type { Place } from '../../answer/schema';

/** `ai-usage.yaml:14`, or with the column `ai-usage.yaml:14:13`; lines and columns count from 1. */
export function placeWords(place: Pick<Place, 'file' | 'range'>, column = false): string {
  const { line, character } = place.range.start;
  return `${place.file}:${line + 1}${column ? `:${character + 1}` : ''}`;
}

/** A manifest path as the reader of one system needs it: `systems.cv-ranker.areas[0]` is `areas[0]` there. */
export function pathWithin(path: string, systemPath: string): string {
  return path.startsWith(`${systemPath}.`) ? path.slice(systemPath.length + 1) : path;
}
