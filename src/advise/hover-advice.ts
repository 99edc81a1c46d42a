import { format, joined } from '../answer/format';
import type { Range, Regime } from '../answer/schema';
import { withBounds } from '../assess/at-least';
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
    if (range && contains(range, position)) return { markdown: conclusions(result, state), range };
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

/** A hover has room for so many laws; the report has them all. */
const shownRegimes = 4;

/** Three lines: the classes, the gaps, the day. */
function conclusions({ whole, given }: SystemResult, { model, asOf }: State): string {
  const assessment = whole();
  const binding = withBounds({ model, given, asOf }, assessment.regimes).filter((regime) => regime.binding);
  const shown = binding
    .filter((regime) => regime.applies === 'yes' || regime.classes.length > 0)
    .sort((a, b) => Number(b.applies === 'yes') - Number(a.applies === 'yes'))
    .slice(0, shownRegimes);
  const rest = binding.length - shown.length;
  const classes = shown
    .map((regime) => {
      const held = regime.classes
        .filter(({ verdict }) => verdict === 'yes')
        .map(({ id, basis, since }) => {
          const atLeast = id === regime.atLeast?.class ? 'at least ' : '';
          const from = since === null ? '' : since <= asOf ? `, since ${since}` : `, from ${since}`;
          return `${atLeast}${shortId(id)}, ${basis}${from}`;
        });
      const open = openClasses(regime);
      const said = [...held, ...(open === '' ? [] : [open])];
      const applies = regime.applies === 'yes' ? 'applies' : 'may apply';
      return `- **${regime.title}**: ${said.length > 0 ? said.join('; ') : applies}`;
    })
    // What is not told here is still said to be there.
    .concat(
      rest > 0
        ? [format('- {count|one more law applies|{count} more laws apply} or may apply', { count: rest })]
        : [],
    );
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

/** `prohibited still open (Art. 5(1)(d)): riskBasis decides`; where nothing is sure yet, only which classes may hold. */
function openClasses({ classes, atLeast }: Regime): string {
  const waiting = classes.filter(
    ({ verdict, reasons }) =>
      verdict === 'unknown' && !reasons.some(({ text }) => text.id === 'class.open-others'),
  );
  const names = [...new Set(waiting.map(({ id }) => id))];
  if (atLeast === undefined) return names.length === 0 ? '' : `may be ${joined(names.map(shortId), 'or')}`;
  const sure = classes.some(({ id, verdict }) => id === atLeast.class && verdict === 'yes');
  const open = atLeast.open.map((id) => {
    const bases = waiting.filter((ground) => ground.id === id).map(({ basis }) => basis);
    return `${shortId(id)} still open (${few(bases)})`;
  });
  const fields = atLeast.by.map((path) => path.replace(/^systems\.(?:"[^"]*"|[^.]*)\./, ''));
  const decides = fields.length === 0 ? '' : `: ${few(fields)} ${fields.length === 1 ? 'decides' : 'decide'}`;
  return `${sure ? '' : `at least ${shortId(atLeast.class)}; `}${joined(open)}${decides}`;
}

function shortId(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function few(items: readonly string[]): string {
  return items.length <= 3 ? joined(items) : `${items.slice(0, 2).join(', ')} and ${items.length - 2} more`;
}
