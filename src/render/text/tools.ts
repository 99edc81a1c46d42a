import { joined } from '../../answer/format';
import type { Choice, Portfolio, Unmet } from '../../answer/schema';
import { constraintNames, shutOutWords } from '../words/constraints';
import { counted, inSentence, spoken, unmetWords } from '../words/labels';
import { sentence } from '../words/sentence';
import type { Row, Span } from './layout';
import type { Reading } from './reading';
import { headed, labelled, textColumn } from './rows';

const shownCapabilities = 2;
const shownLeft = 4;
const widestName = 36;
const nameColumn = 2;

/** The recommended tools, each with what it closes, and what no tool may close. Nothing where nothing is needed. */
export function toolRows(reading: Reading): Row[] {
  const { portfolio } = reading.root;
  if (portfolio === null || portfolio.needs.length + portfolio.processOnly.length === 0) return [];
  const names = portfolio.tools.map(labelOf);
  const column = nameColumn + 2 + Math.min(widestName, Math.max(0, ...names.map((name) => name.length)));
  return [
    heading(portfolio),
    ...portfolio.tools.map(
      (choice): Row => [
        {
          column: nameColumn,
          text: [{ role: 'accent', text: choice.name }, inUseWords(choice)],
        },
        { column, text: closedWords(choice, reading) },
      ],
    ),
    ...leavingRows(portfolio),
    ...blockedRows(portfolio, reading),
    ...unmetRows(portfolio, reading),
    ...processRows(portfolio, reading),
  ];
}

function labelOf(choice: Choice): string {
  return choice.name + inUseWords(choice);
}

function inUseWords({ inUse, advice }: Choice): string {
  if (!inUse) return '';
  return advice === undefined ? ' (in use)' : ` (in use, ${advice})`;
}

function heading({ tools, proven, gap }: Portfolio): Row {
  const added = tools.filter(({ inUse }) => !inUse).length;
  if (proven) return headed(`Tools to add: ${added}`);
  const distance = gap === undefined ? '' : `, at most ${gap} of weight from the best possible`;
  return headed(`Tools to add: ${added} (the best found${distance})`);
}

/** `closes bias metrics for CV ranker; audit log for CV ranker and desk agent`. */
function closedWords(choice: Choice, { root, full, names }: Reading): Span[] {
  const systemsOf = new Map<string, Set<string>>();
  for (const id of choice.closes) {
    const need = names.need(id);
    if (!need) continue;
    systemsOf.set(need.capability, (systemsOf.get(need.capability) ?? new Set()).add(need.system));
  }
  if (systemsOf.size === 0) return [{ role: 'dim', text: 'closes nothing that is asked for' }];
  const capabilities = [...systemsOf];
  // `and 1 more` would take as long as naming it.
  const shown =
    full || capabilities.length <= shownCapabilities + 1
      ? capabilities
      : capabilities.slice(0, shownCapabilities);
  const rest = capabilities.length - shown.length;
  const closed = shown.map(([capability]) => spoken(capability));
  const systems = [...new Set(capabilities.flatMap(([, ids]) => [...ids]))];
  const whose = root.systems.length > 1 ? ` for ${systemWords(systems, names)}` : '';
  const text = joined(rest > 0 ? [...closed, `${rest} more`] : closed);
  return [text, { role: 'dim', text: whose }];
}

function systemWords(ids: readonly string[], names: Reading['names']): string {
  return ids.length > 2 ? counted(ids.length, 'system') : joined(ids.map(names.system));
}

/** What stays open, by reason: `training courses: no tool in the catalog does it for such a system`. */
export function unmetRows({ unmet, tools, blocked = [] }: Portfolio, { names, full }: Reading): Row[] {
  const closed = new Set(tools.flatMap(({ closes }) => closes.map((id) => names.need(id)?.capability)));
  const groups = new Map<string, Set<string>>();
  const told = new Set(blocked.map(({ need }) => need));
  for (const item of unmet) {
    if (told.has(item.need)) continue;
    const need = names.need(item.need);
    const capability = need?.capability ?? item.need;
    // Closed at one moment and not at another: only the moment tells them apart.
    const moment = need && closed.has(capability) ? ` (at the moment ${need.moment})` : '';
    const why = whyUnmet(item);
    groups.set(why, (groups.get(why) ?? new Set()).add(spoken(capability) + moment));
  }
  return labelled(
    'Left',
    [...groups].map(
      ([why, capabilities]): Row => [
        { column: textColumn, text: [few([...capabilities], full), { role: 'dim', text: `: ${why}` }] },
      ],
    ),
  );
}

function whyUnmet({ why, constraint }: Unmet): string {
  return why === 'shut-out' && constraint !== undefined ? shutOutWords(constraint) : unmetWords[why];
}

/** Tools in use that may go; those that still close something say it beside their name. */
export function leavingRows({ leaving = [], tools }: Portfolio): Row[] {
  const shown = new Set(tools.map(({ tool }) => tool));
  const rows = leaving
    .filter(({ tool }) => !shown.has(tool))
    .map(({ name, because }): Row => {
      const why: Span = { role: 'dim', text: `: ${sentence(because)}` };
      return [{ column: textColumn, text: [name, why] }];
    });
  return labelled('Drop', rows);
}

/** What the law asks and preferences alone make impossible: said before all else that stays open. */
export function blockedRows({ blocked = [] }: Portfolio, { names, full }: Reading): Row[] {
  const groups = new Map<string, { capabilities: Set<string>; tools: Set<string> }>();
  for (const { need, constraints, lifting } of blocked) {
    const key = constraints.join(', ');
    const group = groups.get(key) ?? { capabilities: new Set(), tools: new Set() };
    groups.set(key, group);
    group.capabilities.add(spoken(names.need(need)?.capability ?? need));
    for (const tool of lifting) group.tools.add(names.tool(tool));
  }
  const rows = [...groups].map(([constraint, { capabilities, tools }]): Row => {
    const why = `: shut out by ${constraintNames(constraint)}; without: ${few([...tools], full)}`;
    return [{ column: textColumn, text: [{ role: 'warning', text: few([...capabilities], full) }, why] }];
  });
  return labelled('Law', rows);
}

/** What only people can do. */
export function processRows({ processOnly }: Portfolio, { names, full }: Reading): Row[] {
  const titles = [...new Set(processOnly.map(({ control }) => inSentence(names.control(control))))];
  if (titles.length === 0) return [];
  const shown = full || titles.length <= shownLeft ? titles : titles.slice(0, shownLeft - 1);
  const rest = titles.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  const text: Span[] = [list, { role: 'dim', text: ': no tool does this' }];
  const written = [...new Set(processOnly.flatMap(({ control, template }) => (template ? control : [])))];
  const [first, ...others] = written;
  const rows: Row[] = [[{ column: textColumn, text }]];
  if (first !== undefined) {
    const start: Span[] = [{ role: 'dim', text: 'Template: ' }, `ai-governance new control ${first}`];
    if (others.length > 0) start.push({ role: 'dim', text: `, or of ${few(others, full)}` });
    rows.push([{ column: textColumn, text: start }]);
  }
  return labelled('People', rows);
}

function few(items: readonly string[], full: boolean): string {
  if (full || items.length <= shownLeft) return joined(items);
  const shown = items.slice(0, shownLeft - 1);
  return joined([...shown, `${items.length - shown.length} more`]);
}
