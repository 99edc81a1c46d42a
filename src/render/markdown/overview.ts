import type { System } from '../../answer/schema';
import { sinceWords } from '../words/days';
import { byForce, shortName } from '../words/force';
import { gapsOf } from '../words/gaps';
import { className, counted } from '../words/labels';
import { placeWords } from '../words/places';
import { controlsTable, questionList, risksTable } from './controls';
import { conflictItem } from './divergence';
import { blocks, code, md, table } from './escape';
import type { Reading } from './reading';

/** One line a system: what it is, from when, how much is missing and the next day that counts. */
export function overviewTable({ root }: Reading): string {
  return table(
    ['System', 'Where', 'What applies', 'Gaps', 'Next date'],
    root.systems.map((system) => [
      `**${md(system.name ?? system.id)}**`,
      code(placeWords(system)),
      classWords(system, root.asOf),
      gapWords(system),
      nextDay(system, root.asOf) ?? '',
    ]),
  );
}

function classWords({ regimes }: System, asOf: string): string {
  const { binds, mayBind, voluntary } = byForce(regimes);
  const told = binds.flatMap(({ classes, jurisdiction, atLeast }) => {
    const holding = classes.filter(({ verdict }) => verdict === 'yes');
    const words = holding.map((ground) => {
      const atLeastThis = atLeast?.class === ground.id ? 'at least ' : '';
      return `${atLeastThis}${className(ground.id)} ${sinceWords(ground, asOf)}`;
    });
    const sure = classes.some(({ id, verdict }) => id === atLeast?.class && verdict === 'yes');
    const bound = atLeast && !sure ? [`at least ${className(atLeast.class)}`] : [];
    const open = atLeast?.open.map((id) => `${className(id)} still open`) ?? [];
    return [...bound, ...new Set(words), ...open].map((text) => md(`${text} (${jurisdiction})`));
  });
  // A law that makes no class of the system still binds.
  const plain = binds.filter(
    ({ classes, atLeast }) => atLeast === undefined && !classes.some(({ verdict }) => verdict === 'yes'),
  );
  return [
    ...told,
    ...plain.map((regime) => md(shortName(regime))),
    ...(mayBind.length > 0
      ? [`${counted(mayBind.length, told.length + plain.length > 0 ? 'more law' : 'law')} may apply`]
      : []),
    ...(voluntary.length > 0 ? [`${counted(voluntary.length, 'text')} without force of law`] : []),
  ].join('; ');
}

function gapWords({ controls }: System): string {
  const asked = controls.filter((control) => control.asked).length;
  return asked === 0 ? 'nothing asked' : `${gapsOf(controls).length} of ${counted(asked, 'control')}`;
}

/** The first day after `asOf` on which a binding class or duty that holds takes effect. */
function nextDay({ regimes }: System, asOf: string): string | undefined {
  return regimes
    .filter(({ binding, applies }) => binding && applies === 'yes')
    .flatMap(({ classes, duties }) => [
      ...classes.flatMap(({ verdict, since }) => (verdict === 'yes' && since !== null ? [since] : [])),
      ...duties.flatMap(({ applies, due }) => (applies === 'yes' && due !== null ? [due] : [])),
    ])
    .filter((day) => day > asOf)
    .sort()[0];
}

/** What is judged once for the whole manifest, and where the laws that apply pull apart. */
export function organizationSection(reading: Reading, level: string): string {
  const { root, names } = reading;
  const conflicts = root.conflicts.map(
    (conflict) =>
      `- ${conflictItem(conflict)} For ${conflict.systems.map((system) => md(names.system(system))).join(', ')}.`,
  );
  const body = blocks(
    risksTable(root.risks, reading),
    controlsTable(root.controls, reading),
    questionList(root.questions ?? [], 'organization'),
    conflicts.length > 0 ? `**Where laws pull apart**\n\n${conflicts.join('\n')}` : '',
  );
  return body === '' ? '' : blocks(`${level} The organization`, body);
}
