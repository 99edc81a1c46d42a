import type { Choice, Portfolio } from '../../answer/schema';
import { counted, spoken, unmetWords } from '../words/labels';
import { sentence } from '../words/sentence';
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
        link(choice.name, choice.homepage) + (choice.inUse ? ' (in use)' : ''),
        md(choice.summary),
        needWords(choice.closes, reading),
      ]),
    ),
    ...portfolio.tools.map((choice) => choiceDetails(choice, reading)),
    unmetList(portfolio, reading),
    processList(portfolio, reading),
    excludedList(portfolio, reading),
    frontierTable(portfolio, reading),
    firmList(portfolio, reading),
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
  const alternatives = choice.alternatives.map((other) => {
    const changes = [
      other.loses.length > 0 ? `loses ${needWords(other.loses, reading)}` : 'loses nothing',
      other.gains.length > 0 ? `gains ${needWords(other.gains, reading)}` : '',
      ...other.reasons.map(({ text }) => md(sentence(text))),
    ];
    return `instead **${md(other.name)}**: ${changes.filter((part) => part !== '').join('; ')}`;
  });
  const items = [...reasons, ...alone, ...alternatives];
  return items.length === 0 ? '' : blocks(`**${md(choice.name)}**`, list(items));
}

function unmetList({ unmet }: Portfolio, reading: Reading): string {
  if (unmet.length === 0) return '';
  const items = unmet.map(({ need, why, constraint }) => {
    const because = constraint === undefined ? '' : ` (${code(constraint)})`;
    return `${needWords([need], reading)}: ${unmetWords[why]}${because}`;
  });
  return blocks('**No recommended tool closes**', list(items));
}

function processList({ processOnly }: Portfolio, { names }: Reading): string {
  if (processOnly.length === 0) return '';
  const items = processOnly.map(
    ({ system, control, guidance }) =>
      `${md(names.control(control))}, for ${md(names.system(system))}: ${md(guidance)}`,
  );
  return blocks('**For people, not for tools**', list(items));
}

function excludedList({ excluded }: Portfolio, reading: Reading): string {
  const helpful = excluded.filter(({ lifting }) => lifting.length > 0);
  if (helpful.length === 0) return '';
  const items = helpful.map(
    ({ tool, constraint, lifting }) =>
      `${md(reading.names.tool(tool))} (${code(constraint)}) would close ${needWords(lifting, reading)}`,
  );
  return blocks('**Shut out by your constraints**', list(items));
}

function frontierTable({ frontier }: Portfolio, { names }: Reading): string {
  if (frontier.length === 0) return '';
  return blocks(
    '**What fewer or more tools bring** (weights of needs, higher is more)',
    table(
      ['Tools', 'Legal needs closed', 'All needs closed', 'Which'],
      frontier.map(({ size, tools, legalWeight, weight }) => [
        String(size),
        String(legalWeight),
        String(weight),
        tools.map((id) => md(names.tool(id))).join(', '),
      ]),
    ),
  );
}

function firmList({ firm }: Portfolio, { names }: Reading): string {
  if (firm.length === 0) return '';
  const items = firm.map(({ change, same, tools }) => {
    const then = same
      ? 'the rest stays'
      : `it would be ${tools.map((id) => md(names.tool(id))).join(', ') || 'nothing'}`;
    return `${md(sentence(change))}: ${then}`;
  });
  return blocks('**How firm this is**', list(items));
}
