import { joined } from '../../answer/format';
import type { Answer, Choice, Portfolio } from '../../answer/schema';
import { constraintNames } from '../words/constraints';
import { counted, spoken } from '../words/labels';
import { namesOf } from '../words/names';
import { sentence } from '../words/sentence';
import { shortlistNote } from '../words/trial';
import { gap, layout, type Row } from './layout';
import type { Reading } from './reading';
import { headed, labelled } from './rows';
import { closing, type TextOptions } from './text';
import { blockedRows, leavingRows, processRows, unmetRows } from './tools';
import { trialRows } from './trial';

const leastWidth = 60;
const nameColumn = 2;
const labelColumn = 4;
const wordsColumn = 12;
/** Tools that are shut out and would help most. */
const shownShutOut = 5;

/** The tools of each manifest with reasons, alternatives and how firm the choice is. Ends with a line break. */
export function renderPortfolio(answer: Answer, options: Omit<TextOptions, 'full'>): string {
  const file = options.file ?? ((path: string) => path);
  const rows = answer.roots.flatMap((root) => {
    const reading: Reading = { root, full: true, file, names: namesOf(root) };
    return [...(answer.roots.length > 1 ? [headed(file(root.path))] : []), ...rootRows(reading), gap];
  });
  const style = { width: Math.max(leastWidth, options.width), color: options.color };
  return `${layout([...rows, ...closing(answer)], style).join('\n')}\n`;
}

function rootRows(reading: Reading): Row[] {
  const { portfolio } = reading.root;
  if (portfolio === null || portfolio.needs.length + portfolio.processOnly.length === 0)
    return [[{ column: 0, text: ['Nothing is asked for that a tool or a process would have to close.'] }]];
  const sections = [
    [headed(sizeWords(portfolio)), ...portfolio.tools.flatMap((choice) => choiceRows(choice, reading))],
    [
      ...leavingRows(portfolio),
      ...blockedRows(portfolio, reading),
      ...unmetRows(portfolio, reading),
      ...processRows(portfolio, reading),
    ],
    shutOutRows(portfolio, reading),
    frontierRows(portfolio, reading),
    firmRows(portfolio, reading),
    portfolio.trial
      ? trialRows(portfolio.trial)
      : [[{ column: 0, text: [`${shortlistNote} --trial drafts it.`] }]],
  ];
  return sections
    .filter((rows) => rows.length > 0)
    .flatMap((rows, index) => (index === 0 ? rows : [gap, ...rows]));
}

function sizeWords({ tools, proven, gap: distance, size }: Portfolio): string {
  const added = tools.filter(({ inUse }) => !inUse).length;
  const best = proven
    ? 'no other choice closes more'
    : `the best found${distance === undefined ? '' : `, at most ${distance} of weight from the best possible`}`;
  return `Tools to add: ${added} of at most ${size}; ${best}`;
}

function choiceRows(choice: Choice, reading: Reading): Row[] {
  const { name, inUse, advice, closes, closesAlone, judged = [], alternatives } = choice;
  const use = inUse ? ` (in use${advice === undefined ? '' : `, ${advice}`})` : '';
  const alone =
    closesAlone.length === closes.length && closes.length > 0
      ? 'all of these'
      : needWords(closesAlone, reading) || 'nothing';
  const basis =
    judged.length === 0
      ? 'all documented'
      : `${closes.length - judged.length} documented, ${judged.length} judged by us: ${needWords(judged, reading)}`;
  const [best] = alternatives;
  const label = (text: string, words: string): Row => [
    { column: labelColumn, text: [{ role: 'dim', text }] },
    { column: wordsColumn, text: [words] },
  ];
  return [
    [{ column: nameColumn, text: [{ role: 'accent', text: name }, use] }],
    ...(closes.length === 0
      ? [label('closes', 'nothing that is asked for')]
      : [label('closes', needWords(closes, reading)), label('alone', alone), label('basis', basis)]),
    ...(best ? [label('instead', alternativeWords(best, reading))] : []),
    ...(best || inUse ? [] : [label('instead', 'no other tool closes what it adds')]),
  ];
}

/** `Opik: loses tracing (operate); costs more; not chosen: closes 4 of weight less`. */
function alternativeWords(other: Choice['alternatives'][number], reading: Reading): string {
  const { name, loses, gains, costChange, lost } = other;
  const cost = costChange === 0 ? 'costs about as much' : costChange > 0 ? 'costs more' : 'costs less';
  const parts = [
    loses.length === 0 ? 'loses nothing' : `loses ${needWords(loses, reading)}`,
    ...(gains.length === 0 ? [] : [`gains ${needWords(gains, reading)}`]),
    cost,
    ...(lost ? [`not chosen: ${sentence(lost)}`] : []),
  ];
  return `${name}: ${parts.join('; ')}`;
}

/** `bias metrics (test, operate), audit log (operate) for CV ranker and payer`; whose, where there are several. */
function needWords(ids: readonly string[], { root, names }: Reading): string {
  const needs = ids.flatMap((id) => names.need(id) ?? []);
  const moments = new Map<string, Set<string>>();
  for (const { capability, moment } of needs)
    moments.set(capability, (moments.get(capability) ?? new Set()).add(moment));
  const said = [...moments].map(([capability, at]) => `${spoken(capability)} (${[...at].join(', ')})`);
  const systems = [...new Set(needs.map(({ system }) => names.system(system)))];
  const whose = root.systems.length > 1 && systems.length > 0 ? ` for ${joined(systems)}` : '';
  return said.join(', ') + whose;
}

/** Tools that preferences keep out, those that would close the most first. */
function shutOutRows({ excluded }: Portfolio, reading: Reading): Row[] {
  const weightOf = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (reading.names.need(id)?.weight ?? 0), 0);
  const helpful = excluded
    .filter(({ constraint, lifting }) => lifting.length > 0 && isLiftable(constraint))
    .sort((a, b) => weightOf(b.lifting) - weightOf(a.lifting) || (a.tool < b.tool ? -1 : 1));
  if (helpful.length === 0) return [];
  const shown = helpful.slice(0, shownShutOut);
  const rest = helpful.length - shown.length;
  return [
    headed('Shut out'),
    ...shown.map(({ tool, constraint, lifting }): Row => {
      const why = { role: 'dim' as const, text: ` (${constraintNames(constraint)})` };
      return [
        {
          column: nameColumn,
          text: [reading.names.tool(tool), why, `: would close ${needWords(lifting, reading)}`],
        },
      ];
    }),
    ...(rest > 0 ? [[{ column: nameColumn, text: [`and ${rest} more`] }]] : []),
  ];
}

/** What only the manifest says, its owner can take back; the state of a tool nobody can. */
function isLiftable(constraint: string): boolean {
  return constraint.split(', ').every((one) => one.startsWith('preferences.'));
}

const frontierColumns = [2, 9, 16, 23, 30, 37] as const;

function frontierRows({ frontier }: Portfolio, { names }: Reading): Row[] {
  if (frontier.length === 0) return [];
  const row = (cells: readonly string[]): Row =>
    frontierColumns.map((at, index) => {
      const next = frontierColumns[index + 1];
      return {
        column: at,
        text: [cells[index] ?? ''],
        ...(next === undefined ? {} : { width: next - at - 1 }),
      };
    });
  return [
    headed('Fewer or more tools (weights of needs closed)'),
    row(['tools', 'legal', 'all', 'gain', 'cost', 'which']),
    ...frontier.map(({ size, tools, legalWeight, weight, cost, gain }) =>
      row([
        String(size),
        String(legalWeight),
        String(weight),
        gain === undefined ? '' : `+${gain.weight}`,
        String(cost),
        tools.map(names.tool).join(', '),
      ]),
    ),
  ];
}

/** In how many of the changes that were tried the choice stays, and what it would be in the others. */
function firmRows({ firm }: Portfolio, { names }: Reading): Row[] {
  if (firm.length === 0) return [];
  const changed = firm.filter(({ same }) => !same);
  return [
    headed(
      `Firm: it stays in ${firm.length - changed.length} of ${counted(firm.length, 'change')} that were tried`,
    ),
    ...labelled(
      'Else',
      changed.map(({ change, tools }): Row => {
        const { tool } = change.params;
        const named =
          typeof tool === 'string'
            ? { ...change, params: { ...change.params, tool: names.tool(tool) } }
            : change;
        return [{ column: 9, text: [`${sentence(named)}: ${joined(tools.map(names.tool))}`] }];
      }),
    ),
  ];
}
