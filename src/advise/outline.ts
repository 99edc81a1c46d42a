import type { System } from '../answer/schema';
import type { Fact } from '../manifest/fact';
import type { SystemResult } from './assessing';

/** A system by what names it and where it stands: what a table of contents needs, without any conclusion. */
export type SystemOutline = Pick<System, 'id' | 'name' | 'purpose' | 'path' | 'file' | 'range'>;

export function outlineOf({ source, facts }: SystemResult): SystemOutline {
  const { piece } = source.item;
  const { start, end } = piece.lines.rangeOf(piece.tree ?? { start: 0, end: piece.text.length });
  return {
    id: source.item.id ?? source.key,
    name: textOfFact(facts.get('system.name')),
    purpose: textOfFact(facts.get('system.purpose')),
    path: source.path,
    file: source.file.path,
    range: {
      start: { line: start.line + piece.line, character: start.character },
      end: { line: end.line + piece.line, character: end.character },
    },
  };
}

function textOfFact(fact: Fact): string | null {
  return fact.kind === 'scalar' && typeof fact.value === 'string' ? fact.value : null;
}
