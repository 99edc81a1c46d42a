import type { Choice, Portfolio, Text } from '../../answer/schema';
import { constraintNames, shutOutWords } from '../words/constraints';
import { counted, spoken, unmetWords } from '../words/labels';
import { sentence } from '../words/sentence';
import { sweepTitles } from '../words/tools';
import { blocks, code, link, list, md, table } from './escape';
import type { Reading } from './reading';

/** The recommended tools with reasons and alternatives, what stays open and why, and how firm the choice is. */
export function toolsSection(reading: Reading, level: string): string {
  const { portfolio } = reading.root;
  if (portfolio === null || portfolio.needs.length + portfolio.processOnly.length === 0) return '';
  return blocks(
    `${level} Tools`,
    sizeWords(portfolio),
    table(
      ['Tool', 'What it is', 'Closes'],
      portfolio.tools.map((choice) => [
        link(choice.name, choice.homepage) + inUseWords(choice),
        md(choice.summary),
        needWords(choice.closes, reading),
      ]),
    ),
    blockedList(portfolio, reading),
    leavingList(portfolio),
    ...portfolio.tools.map((choice) => choiceDetails(choice, reading)),
    unmetList(portfolio, reading),
    processList(portfolio, reading),
    excludedList(portfolio, reading),
    frontierTable(portfolio, reading),
    firmTables(portfolio, reading),
  );
}

function sizeWords({ tools, proven, gap, size }: Portfolio): string {
  const added = counted(tools.filter(({ inUse }) => !inUse).length, 'tool');
  const best = proven
    ? 'proven to close the most'
    : `the best found${gap === undefined ? '' : `, at most ${gap} of weight from the best possible`}`;
  return `${added} to add, of ${size} allowed; ${best}. A catalog shortlists; a trial on your own data decides.`;
}

function needWords(ids: readonly string[], { names }: Reading): string {
  const said = ids.map((id) => {
    const need = names.need(id);
    return need ? md(`${spoken(need.capability)} (${need.moment}, ${names.system(need.system)})`) : code(id);
  });
  return [...new Set(said)].join('; ');
}

function choiceDetails(choice: Choice, reading: Reading): string {
  const reasons = choice.reasons.map(({ text }) => md(sentence(text)));
  const alone =
    choice.closesAlone.length > 0 ? [`only this one closes: ${needWords(choice.closesAlone, reading)}`] : [];
  const judged = choice.judged ?? [];
  const ours = judged.length > 0 ? [`on our reading, not a source: ${needWords(judged, reading)}`] : [];
  const alternatives = choice.alternatives.map((other) => {
    const changes = [
      other.loses.length > 0 ? `loses ${needWords(other.loses, reading)}` : 'loses nothing',
      other.gains.length > 0 ? `gains ${needWords(other.gains, reading)}` : '',
      other.lost?.id === 'lost.cost' ? '' : costWords(other.costChange),
      ...(other.lost ? [`not chosen: ${md(sentence(other.lost))}`] : []),
      ...other.reasons.map(({ text }) => md(sentence(text))),
    ];
    return `instead **${md(other.name)}**: ${changes.filter((part) => part !== '').join('; ')}`;
  });
  const items = [...reasons, ...alone, ...ours, ...alternatives];
  return items.length === 0 ? '' : blocks(`**${md(choice.name)}**`, list(items));
}

function unmetList({ unmet, blocked = [] }: Portfolio, reading: Reading): string {
  const told = new Set(blocked.map(({ need }) => need));
  const untold = unmet.filter(({ need }) => !told.has(need));
  if (untold.length === 0) return '';
  const items = untold.map(({ need, why, constraint }) => {
    const because = why === 'shut-out' && constraint ? shutOutWords(constraint) : unmetWords[why];
    return `${needWords([need], reading)}: ${md(because)}`;
  });
  return blocks('**No recommended tool closes**', list(items));
}

function processList({ processOnly }: Portfolio, { names }: Reading): string {
  if (processOnly.length === 0) return '';
  const items = processOnly.map(
    ({ system, control, guidance, template }) =>
      `${md(names.control(control))}, for ${md(names.system(system))}: ${md(guidance)}${
        template === undefined ? '' : ` Template: ${code(`ai-governance new control ${control}`)}`
      }`,
  );
  return blocks('**For people, not for tools**', list(items));
}

function excludedList({ excluded }: Portfolio, reading: Reading): string {
  // The state of a tool is no constraint that could be lifted.
  const helpful = excluded.filter(
    ({ lifting, constraint }) => lifting.length > 0 && !constraint.startsWith('tool.'),
  );
  if (helpful.length === 0) return '';
  const items = helpful.map(
    ({ tool, constraint, lifting }) =>
      `${md(reading.names.tool(tool))} (${md(constraintNames(constraint))}) would close ${needWords(lifting, reading)}`,
  );
  return blocks('**Shut out by your constraints**', list(items));
}

function frontierTable({ frontier }: Portfolio, { names }: Reading): string {
  if (frontier.length === 0) return '';
  return blocks(
    '**What fewer or more tools bring** (weights of needs, higher is more)',
    table(
      ['Tools', 'Legal needs closed', 'All needs closed', 'More than before', 'Which'],
      frontier.map(({ size, tools, legalWeight, weight, gain }) => [
        String(size),
        String(legalWeight),
        String(weight),
        gain === undefined ? '' : `+${gain.weight}`,
        tools.map((id) => md(names.tool(id))).join(', '),
      ]),
    ),
  );
}

/** The three sweeps as tables: what changes, whether the choice stays, and what is closed then. */
function firmTables({ firm }: Portfolio, { names }: Reading): string {
  const tables = sweepTitles.map(([id, title]) => {
    const rows = firm.filter(({ change }) => change.id === id);
    if (rows.length === 0) return '';
    return table(
      [title, 'The choice', 'Legal needs closed', 'All needs closed', 'Which'],
      rows.map(({ change, same, tools, legalWeight, weight }) => [
        md(sentence(withName(change, names))),
        same ? 'stays' : 'changes',
        String(legalWeight ?? ''),
        String(weight ?? ''),
        tools.map((tool) => md(names.tool(tool))).join(', ') || 'none',
      ]),
    );
  });
  return firm.length === 0 ? '' : blocks('**How firm this is**', ...tables);
}

function withName({ id, params }: Text, names: Reading['names']): Text {
  const { tool } = params;
  return typeof tool === 'string' ? { id, params: { ...params, tool: names.tool(tool) } } : { id, params };
}

function inUseWords({ inUse, advice }: Choice): string {
  if (!inUse) return '';
  return advice === undefined ? ' (in use)' : ` (in use, ${advice})`;
}

/** Cost is a rank, never money: only its direction is told. */
function costWords(change: number): string {
  if (change === 0) return 'costs about as much';
  return change > 0 ? 'costs more' : 'costs less';
}

function blockedList({ blocked = [] }: Portfolio, reading: Reading): string {
  if (blocked.length === 0) return '';
  const items = blocked.map(
    ({ need, constraints, lifting }) =>
      `${needWords([need], reading)}: without ${constraints.map(code).join(' and ')} there would be ${lifting
        .map((tool) => md(reading.names.tool(tool)))
        .join(', ')}`,
  );
  return blocks('**The law asks for this, and your preferences leave no tool**', list(items));
}

function leavingList({ leaving = [] }: Portfolio): string {
  if (leaving.length === 0) return '';
  return blocks(
    '**In use, and may go**',
    list(leaving.map(({ name, because }) => `${md(name)}: ${md(sentence(because))}`)),
  );
}
