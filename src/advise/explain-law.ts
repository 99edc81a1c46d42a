import type { Bodies, Pack } from '../catalog/pack';
import type { RegimeEntry } from '../catalog/schema/regime';
import { page } from './explain-page';
import { section } from './explain-sections';

type Deadline = RegimeEntry['deadlines'][number];

/** A page about a regime: what it is, how it came to be, its clocks, and where it pulls against other law. */
export function explainLaw(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const regime = pack.regimes.find((candidate) => candidate.id === id);
  if (!regime) return undefined;
  const { title, instrument, binding, jurisdiction, authority, scope, sources } = regime;
  const place = pack.places.find((candidate) => candidate.id === jurisdiction)?.name;
  const facts = [
    `${instrument}. ${binding ? 'Binding.' : 'Voluntary.'} ${place === undefined ? jurisdiction : `${place} (${jurisdiction})`}. ${authority}.`,
    scope.statement,
  ];
  return page(title, facts, bodies[`regimes/${id}`], sources, [
    ...section('History', regime.history.map(eventLine)),
    ...section('Clocks', regime.deadlines.map(deadlineLine)),
    ...section('Conflicts', conflictLines(pack, regime)),
  ]);
}

function eventLine({ date, status, what, confidence, note }: RegimeEntry['history'][number]): string {
  const check = confidence === 'low' ? ' (reported, check)' : '';
  return [`${date}, ${status}: ${what}${check}`, ...(note === undefined ? [] : [note])].join(' ');
}

function deadlineLine({ what, within, from, duty, incident, confidence, note }: Deadline): string {
  const check = confidence === 'low' ? ' (reported, check)' : '';
  const asked = duty === undefined ? '' : ` (\`${duty}\`)`;
  const wrong = incident ? ' When something has gone wrong.' : '';
  const head = `${durationWords(within)}, from ${from}: ${what}${asked}${check}.${wrong}`;
  return [head, ...(note === undefined ? [] : [note])].join(' ');
}

const units: Readonly<Record<string, readonly [one: string, more: string]>> = {
  D: ['day', 'days'],
  BD: ['business day', 'business days'],
  W: ['week', 'weeks'],
  M: ['month', 'months'],
  Y: ['year', 'years'],
  TH: ['hour', 'hours'],
  TM: ['minute', 'minutes'],
};

/** `P10BD` as `within 10 business days`, `PT72H` as `within 72 hours`, `P0D` as `at once`. */
export function durationWords(within: string): string {
  const [, time = '', amount = '', unit = ''] = /^P(T?)(\d+)([A-Z]+)$/.exec(within) ?? [];
  const count = Number(amount);
  const words = units[time + unit];
  if (!words) return within;
  return count === 0 ? 'at once' : `within ${count} ${count === 1 ? words[0] : words[1]}`;
}

function conflictLines({ conflicts }: Pack, { id }: RegimeEntry): string[] {
  const concerned = ({ regimes, duties }: Pack['conflicts'][number]['sides'][number]): boolean =>
    regimes.includes(id) || duties.some((duty) => duty.startsWith(`${id}.`));
  return conflicts
    .filter(({ sides }) => sides.some(concerned))
    .map((conflict) => `\`${conflict.id}\` ${conflict.title}: ${conflict.advice}`);
}
