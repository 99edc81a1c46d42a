import { format } from '../answer/format';
import type { Range } from '../answer/schema';
import { entryOf } from '../text/tree';
import type { HoverText } from './advisor';
import { type State, standOf } from './analyze';
import type { SystemResult } from './assessing';
import { hoverField } from './hover';
import { shift } from './settle';

type Position = Range['start'];

/** What is concluded about a system where its id is hovered, else what a field or value means. */
export function hover(state: State, file: string, position: Position): HoverText | undefined {
  for (const result of state.results) {
    if (result.source.file.path !== file) continue;
    const range = idRange(result);
    if (range && contains(range, position)) return { markdown: conclusions(result, state.asOf), range };
  }
  const text = state.input.texts.get(file);
  return text === undefined ? undefined : hoverField(state.model.pack, { path: file, text }, position);
}

function idRange({ source }: SystemResult): Range | undefined {
  const { piece } = source.item;
  const entry = entryOf(piece.tree, 'id');
  if (!entry) return undefined;
  const span = { start: entry.keySpan.start, end: entry.value.end };
  return shift(piece.lines.rangeOf(span), standOf(source).line);
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}

/** Three lines: the classes, the gaps, the day. */
function conclusions({ assessment }: SystemResult, asOf: string): string {
  const classes = assessment.regimes
    .filter((regime) => regime.applies !== 'no')
    .flatMap((regime) => {
      const held = regime.classes.map((found) => {
        const sure = found.verdict === 'yes' ? '' : ' (open)';
        const from =
          found.since === null
            ? ''
            : found.since <= asOf
              ? `, since ${found.since}`
              : `, from ${found.since}`;
        return `${found.id.slice(regime.id.length + 1)}${sure}, ${found.basis}${from}`;
      });
      const applies = regime.applies === 'yes' ? 'applies' : 'may apply';
      return [`- **${regime.title}**: ${held.length > 0 ? held.join('; ') : applies}`];
    });
  const gaps = assessment.controls.filter(
    ({ asked, state }) => asked && (state === 'missing' || state === 'partial' || state === 'declared'),
  );
  const due = gaps.flatMap((control) => control.due ?? []).sort()[0];
  const lines = [
    classes.length > 0 ? classes.join('\n') : 'No regime of the catalog is known to apply.',
    format('{count|One asked control is|{count} asked controls are} not in place.', { count: gaps.length }),
    ...(due === undefined ? [] : [`First binding duty: ${due}.`]),
  ];
  return lines.join('\n\n');
}
