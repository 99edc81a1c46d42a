import { joined } from '../../answer/format';
import type { Class, Reason, Regime, System } from '../../answer/schema';
import { sinceWords } from '../words/days';
import { className, counted } from '../words/labels';
import { placeWords } from '../words/places';
import { sentence } from '../words/sentence';
import type { Role, Row, Span } from './layout';
import type { Reading } from './reading';
import { labelled, textColumn } from './rows';

const shownVoluntary = 2;
const shownOpen = 3;
const shownReasons = 2;

/** What binds a system, by jurisdiction: binding law first, then what is followed by choice, then what may apply. */
export function lawRows(system: System, reading: Reading): Row[] {
  const certain = system.regimes.filter(({ applies }) => applies === 'yes');
  const binding = certain.filter((regime) => regime.binding);
  const voluntary = certain.filter((regime) => !regime.binding);
  const shown = reading.full ? voluntary : voluntary.slice(0, shownVoluntary);
  const rest = voluntary.slice(shown.length);
  return [
    ...byJurisdiction([...binding, ...shown]).flatMap(([jurisdiction, regimes]) =>
      labelled(
        jurisdiction,
        regimes.flatMap((regime) => regimeRows(regime, system, reading)),
      ),
    ),
    ...(rest.length > 0
      ? [dimRow(`and ${counted(rest.length, 'more framework')} without force of law`)]
      : []),
    ...openRows(system, certain.length === 0, reading),
  ];
}

function byJurisdiction(regimes: readonly Regime[]): [string, Regime[]][] {
  const groups = new Map<string, Regime[]>();
  for (const regime of regimes) {
    groups.set(regime.jurisdiction, [...(groups.get(regime.jurisdiction) ?? []), regime]);
  }
  return [...groups];
}

/** Each class that holds with its dates and grounds; a regime without one by its title. */
function regimeRows(regime: Regime, system: System, reading: Reading): Row[] {
  const holding = byClass(regime.classes.filter(({ verdict }) => verdict === 'yes'));
  if (holding.length === 0) {
    const open = regime.classes.some(({ verdict }) => verdict === 'unknown') ? ', class open' : '';
    const force = regime.binding ? 'applies' : 'voluntary';
    return [
      textRow([
        `${force}${open}`,
        { role: 'dim', text: `: ${regime.title}, ${whyWords(regime.reasons, system, reading)}` },
      ]),
    ];
  }
  return holding.flatMap((grounds, index) =>
    classRows(grounds, index === 0 ? `${regime.title}, ` : '', system, reading),
  );
}

/** Grounds of one class with one date are told together: `high-risk` by Annex III 4(a) and 5(b). */
function byClass(classes: readonly Class[]): [Class, ...Class[]][] {
  const groups = new Map<string, [Class, ...Class[]]>();
  for (const ground of classes) {
    const key = `${ground.id} ${ground.since}`;
    const group = groups.get(key);
    if (group) group.push(ground);
    else groups.set(key, [ground]);
  }
  return [...groups.values()];
}

function classRows(
  grounds: [Class, ...Class[]],
  regimeWords: string,
  system: System,
  reading: Reading,
): Row[] {
  const [first] = grounds;
  const name = className(first.id);
  const reasons = grounds.flatMap((ground) => ground.reasons);
  const basis = joined(grounds.map((ground) => ground.basis));
  const why = `${regimeWords}${basis}: ${reasonWords(reasons, system, reading)}`;
  const reported = first.reported ? ' (reported, check)' : '';
  return [
    textRow([
      { role: classRoles[name] ?? 'warning', text: name },
      ` ${sinceWords(first, reading.root.asOf)}${reported}`,
    ]),
    textRow([{ role: 'dim', text: why }]),
  ];
}

const classRoles: Readonly<Record<string, Role>> = { prohibited: 'bad', minimal: 'good' };

function whyWords(reasons: readonly Reason[], system: System, reading: Reading): string {
  return reasons.length === 0 ? 'everywhere' : `because ${reasonWords(reasons, system, reading)}`;
}

/** The deciding facts with the line where each is said; the system's own file by its name alone. */
function reasonWords(reasons: readonly Reason[], system: System, { full, file }: Reading): string {
  const told = reasons.map(({ text, places: [place] }) => {
    if (place === undefined) return sentence(text);
    const called = place.file === system.file ? place.file.replace(/^.*\//, '') : file(place.file);
    return `${sentence(text)} (${placeWords({ file: called, range: place.range })})`;
  });
  const different = [...new Set(told)];
  return joined(full ? different : different.slice(0, shownReasons));
}

/** What may apply, in one paragraph; what keeps it open is asked under `Next`. */
function openRows(system: System, nothingCertain: boolean, { full }: Reading): Row[] {
  const regimes = system.regimes.filter(({ applies }) => applies === 'unknown');
  if (nothingCertain) {
    const text =
      regimes.length === 0
        ? 'Nothing in the catalog applies.'
        : `Nothing is certain yet; ${counted(regimes.length, 'law or framework', 'laws and frameworks')} may apply.`;
    return labelled('Law', [textRow([text])]);
  }
  const items = [
    ...system.regimes
      .filter(({ applies }) => applies === 'yes')
      .flatMap(({ classes }) => byClassId(classes.filter(isOpenGround)))
      .map(([id, bases]) => `${className(id)} by ${joined(bases)}`),
    ...regimes.map(({ title, jurisdiction }) => `${title} (${jurisdiction})`),
  ];
  if (items.length === 0) return [];
  const shown = full ? items : items.slice(0, shownOpen);
  const rest = items.length - shown.length;
  const text = `${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')} may apply`;
  return labelled('Open', [textRow([text])]);
}

function byClassId(classes: readonly Class[]): [string, string[]][] {
  const bases = new Map<string, string[]>();
  for (const { id, basis } of classes) bases.set(id, [...(bases.get(id) ?? []), basis]);
  return [...bases];
}

/** A class that only waits for others to be decided is no question of its own. */
function isOpenGround({ verdict, reasons }: Class): boolean {
  return verdict === 'unknown' && !reasons.some(({ text }) => text.id === 'class.open-others');
}

function textRow(text: readonly Span[]): Row {
  return [{ column: textColumn, text }];
}

function dimRow(text: string): Row {
  return textRow([{ role: 'dim', text }]);
}
