import { joined } from '../../answer/format';
import type { Class, Reason, Regime, System } from '../../answer/schema';
import { type Bound, boundOf, openWords } from '../words/at-least';
import { sinceWords } from '../words/days';
import { type ByForce, byForce, firstFew, fitsAny, shortName } from '../words/force';
import { gradeNote, weakestOf } from '../words/grades';
import { className, counted } from '../words/labels';
import { placeWords } from '../words/places';
import { sentence } from '../words/sentence';
import type { Role, Row, Span } from './layout';
import type { Reading } from './reading';
import { labelled, textColumn } from './rows';

const shownNames = 3;
const shownReasons = 2;
/** Of the laws of one place that make no class of a system, so many are told with their reason. */
const shownPlain = 2;

/**
 * What binds a system, by jurisdiction and day; then in a line each what is followed by choice, what is coming, and what
 * may apply. In full, each of them with its reasons.
 */
export function lawRows(system: System, reading: Reading): Row[] {
  const groups = byForce(system.regimes);
  const { binds, voluntary, coming } = groups;
  const told = reading.full ? [...binds, ...voluntary] : binds;
  return [
    ...byJurisdiction(told).flatMap(([jurisdiction, regimes]) =>
      labelled(jurisdiction, placeRows(regimes, system, reading)),
    ),
    ...openRows(groups, reading),
    ...(reading.full ? [] : voluntaryRows(groups)),
    ...(coming.length === 0 ? [] : labelled('Coming', [textRow([comingWords(coming, reading.full)])])),
  ];
}

/** Each law of a place that makes a class of the system, the first ones of the others, and the rest by name. */
function placeRows(regimes: readonly Regime[], system: System, reading: Reading): Row[] {
  const isPlain = ({ classes, atLeast }: Regime) =>
    atLeast === undefined && !classes.some(({ verdict }) => verdict === 'yes');
  const plain = regimes.filter(isPlain);
  // One more would take as long as naming it.
  const told = reading.full || plain.length <= shownPlain + 1 ? plain : plain.slice(0, shownPlain);
  const rest = plain.slice(told.length);
  const rows = regimes
    .filter((regime) => !isPlain(regime) || told.includes(regime))
    .flatMap((regime) => regimeRows(regime, system, reading));
  if (rest.length === 0) return rows;
  return [...rows, textRow(['also apply', { role: 'dim', text: `: ${joined(rest.map(shortName))}` }])];
}

/** Texts without force of law in one line; those that fit any AI system are a count. */
function voluntaryRows({ voluntary, binds, mayBind }: ByForce): Row[] {
  const own = voluntary.filter((regime) => !fitsAny(regime));
  // Where nothing else is certain, that is said with what may apply.
  if (voluntary.length === 0 || (own.length === 0 && binds.length === 0 && mayBind.length > 0)) return [];
  const names = own.map(shortName);
  const any = voluntary.length - own.length;
  const rest = any > 0 ? [`${counted(any, 'framework')} for any AI system`] : [];
  const text = joined([...firstFew(names, shownNames), ...rest]);
  return labelled('Also', [textRow(['not binding', { role: 'dim', text: `: ${text}` }])]);
}

function comingWords(coming: readonly Regime[], full: boolean): string {
  const names = coming.map(shortName);
  return `${joined(full ? names : firstFew(names, shownNames))}: proposed, not law`;
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
  const bound = boundOf(regime, system.path);
  const holding = byClass(regime.classes.filter(({ verdict }) => verdict === 'yes'));
  const open = bound ? [textRow([{ role: 'warning', text: openWords(bound) }])] : [];
  if (bound && !bound.held) {
    const why = `${nameOf(regime, reading)}, ${bound.bases}: it or a graver class holds, whatever the answer`;
    const sure = [textRow([{ role: roleOf(bound.name), text: `at least ${bound.name}` }]), dimRow(why)];
    return [...sure, ...open, ...classesRows(holding, regime, undefined, system, reading)];
  }
  if (holding.length > 0) return [...classesRows(holding, regime, bound, system, reading), ...open];
  const undecided = regime.classes.some(({ verdict }) => verdict === 'unknown') ? ', class open' : '';
  const force = regime.binding ? 'applies' : 'voluntary';
  const why = `: ${nameOf(regime, reading)}, ${whyWords(regime.reasons, system, reading)}`;
  return [textRow([`${force}${undecided}`, { role: 'dim', text: why + noteOf(regime) }])];
}

function nameOf(regime: Regime, { full }: Reading): string {
  return full ? regime.title : shortName(regime);
}

function classesRows(
  holding: readonly [Class, ...Class[]][],
  regime: Regime,
  bound: Bound | undefined,
  system: System,
  reading: Reading,
): Row[] {
  return holding.flatMap((grounds, index) => {
    const atLeast = bound !== undefined && className(grounds[0].id) === bound.name;
    return classRows(
      grounds,
      { title: index === 0 ? `${nameOf(regime, reading)}, ` : '', atLeast },
      system,
      reading,
    );
  });
}

/** `; medium: partly sourced` where a conclusion is less than well sourced. */
function noteOf(graded: Parameters<typeof gradeNote>[0]): string {
  const note = gradeNote(graded);
  return note === undefined ? '' : `; ${note}`;
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
  grounds: readonly [Class, ...Class[]],
  { title, atLeast }: { readonly title: string; readonly atLeast: boolean },
  system: System,
  reading: Reading,
): Row[] {
  const [first] = grounds;
  const name = className(first.id);
  const reasons = grounds.flatMap((ground) => ground.reasons);
  const basis = joined(grounds.map((ground) => ground.basis));
  const why = `${title}${basis}: ${reasonWords(reasons, system, reading)}`;
  return [
    textRow([
      { role: roleOf(name), text: atLeast ? `at least ${name}` : name },
      ` ${sinceWords(first, reading.root.asOf)}`,
    ]),
    dimRow(why + noteOf(weakestOf(grounds))),
  ];
}

function roleOf(name: string): Role {
  return classRoles[name] ?? 'warning';
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
function openRows(groups: ByForce, { full }: Reading): Row[] {
  const { binds, mayBind, mayFit, mayCome } = groups;
  const law = mayBind.map((regime) => `${shortName(regime)} (${regime.jurisdiction})`);
  if (binds.length === 0 && !full) return labelled('Law', [textRow([nothingCertain(groups, law)])]);
  const open = [...binds.flatMap((regime) => openClasses(regime, full)), ...law];
  const shown = full ? open : open.slice(0, shownNames);
  const rest = open.length - shown.length;
  const paragraph = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  const free = full && mayFit.length > 0 ? [`voluntary: ${mayFit.map(shortName).join('; ')} may fit`] : [];
  const later = full && mayCome.length > 0 ? [`proposed: ${mayCome.map(shortName).join('; ')}`] : [];
  const texts = [...(open.length > 0 ? [`${paragraph} may apply`] : []), ...free, ...later];
  return labelled(
    'Open',
    texts.map((text) => textRow([text])),
  );
}

function nothingCertain({ mayBind, voluntary, mayFit }: ByForce, law: readonly string[]): string {
  const own = voluntary.some((regime) => !fitsAny(regime));
  const fitting =
    own || voluntary.length === 0
      ? ''
      : ` ${counted(voluntary.length, 'voluntary framework')} ${voluntary.length === 1 ? 'fits' : 'fit'} any AI system.`;
  if (mayBind.length > shownNames)
    return `Nothing is certain yet; ${mayBind.length} laws may apply.${fitting}`;
  if (mayBind.length > 0) return `Nothing is certain yet; ${joined(law)} may apply.${fitting}`;
  if (voluntary.length > 0) return 'No law in the catalog applies.';
  return mayFit.length > 0
    ? `No law in the catalog applies; ${counted(mayFit.length, 'voluntary framework')} may fit.`
    : 'Nothing in the catalog applies.';
}

/** The classes of a law that applies which are still open: `transparency (EU AI Act)`, in full with their grounds. */
function openClasses(regime: Regime, full: boolean): string[] {
  const { classes, atLeast } = regime;
  const open = classes.filter((ground) => isOpenGround(ground) && !isBounded(ground, atLeast));
  const groups = byClassId(open);
  const law = `(${shortName(regime)})`;
  if (full) return groups.map(([id, bases]) => `${className(id)} by ${joined(bases)} ${law}`);
  return groups.length === 0 ? [] : [`${joined(groups.map(([id]) => className(id)))} ${law}`];
}

function byClassId(classes: readonly Class[]): [string, string[]][] {
  const bases = new Map<string, string[]>();
  for (const { id, basis } of classes) bases.set(id, [...(bases.get(id) ?? []), basis]);
  return [...bases];
}

/** What is open beside a sure class is told with that class. */
function isBounded({ id }: Class, atLeast: Regime['atLeast']): boolean {
  return atLeast !== undefined && (id === atLeast.class || atLeast.open.includes(id));
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
