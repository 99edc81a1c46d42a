import { isAbout, penaltiesOf } from '../catalog/duty-scope';
import type { Pack } from '../catalog/pack';
import type { DateGroup, DutyEntry, Penalty, RegimeEntry } from '../catalog/schema/regime';

/** What a page says of a duty: its newest version, and how it read before. */
export function dutyFacts(
  pack: Pack,
  regime: RegimeEntry,
  versions: readonly DutyEntry[],
): readonly string[] {
  const duty = versions.at(-1);
  if (!duty) return [];
  return [
    `${regime.shortTitle}, ${duty.article}. For: ${duty.roles.join(', ')}. Grade: ${duty.confidence}.`,
    duty.statement,
    ...lines('When', [...daysOf(regime, duty), ...putOffs(regime, duty)]),
    ...lines('Themes', [themesOf(pack, duty)]),
    ...lines('Lighter', reliefsOf(duty)),
    ...lines(
      'Fine',
      penaltiesOf(duty).flatMap((id) => fineOf(regime, id) ?? []),
    ),
    ...lines('What shows it', duty.evidence.length > 0 ? [duty.evidence.join(', ')] : []),
    ...(duty.note === undefined ? [] : [duty.note]),
    ...lines('How it read before', earlier(versions)),
  ];
}

/** A heading with one line on it, or a list below it; nothing where there is nothing to say. */
function lines(title: string, said: readonly string[]): string[] {
  const [only] = said;
  if (only === undefined) return [];
  if (said.length === 1) return [`**${title}**: ${withStop(only)}`];
  return [`**${title}**\n\n${said.map((line) => `- ${withStop(line)}`).join('\n')}`];
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function daysOf(regime: RegimeEntry, duty: DutyEntry): string[] {
  const ids = groupsOf(regime, duty);
  return regime.dates.filter(({ id }) => ids.includes(id)).map((group) => dayLine(group));
}

/** Ids of the date groups that may set the day of a duty. */
function groupsOf(regime: RegimeEntry, duty: DutyEntry): readonly string[] {
  if (duty.date === 'by-class') {
    const { whereLifted } = duty;
    return regime.classes
      .filter((basis) => isAbout(duty, basis))
      .filter(({ exceptions }) => whereLifted?.some((id) => exceptions.includes(id)) ?? true)
      .map(({ date }) => date);
  }
  return typeof duty.date === 'string' ? [duty.date] : duty.date.map(({ date }) => date);
}

function dayLine({ what, article, history }: DateGroup): string {
  const last = history.at(-1);
  const before = history.findLast(({ day }) => day !== null && day !== last?.day);
  const moved = before ? ` (moved from ${before.day} by ${last?.by})` : '';
  return `${last?.day ?? 'no day'}${moved}: ${what}${article === undefined ? '' : ` (${article})`}`;
}

function putOffs(regime: RegimeEntry, duty: DutyEntry): string[] {
  if (duty.date !== 'by-class' || duty.whereLifted) return [];
  const groups = groupsOf(regime, duty);
  return regime.transitions
    .filter(({ puts, until }) => until === undefined && puts.some((id) => groups.includes(id)))
    .map(({ statement }) => statement);
}

function themesOf(pack: Pack, { themes }: DutyEntry): string {
  const terms = pack.vocabularies.find(({ id }) => id === 'themes')?.terms ?? [];
  return themes.map((theme) => terms.find(({ id }) => id === theme)?.title ?? theme).join('; ');
}

function reliefsOf({ relief = [] }: DutyEntry): string[] {
  if (typeof relief === 'string') return [relief];
  return relief.map(({ article, statement }) => `${article}: ${statement}`);
}

function fineOf(regime: RegimeEntry, id: string): string | undefined {
  const penalty: Penalty | undefined = regime.penalties.findLast((candidate) => candidate.id === id);
  if (!penalty) return undefined;
  const { article, max, relief, since } = penalty;
  return `${withStop(`${article}, since ${since}: ${max}`)}${relief === undefined ? '' : ` ${relief}`}`;
}

/** Versions that asked something else; what became lighter or dearer alone is no other wording. */
function earlier(versions: readonly DutyEntry[]): string[] {
  const now = versions.at(-1)?.statement;
  return versions
    .filter(({ statement }) => statement !== now)
    .map(({ article, statement, until }) => `Up to the day before ${until}, ${article}: ${statement}`);
}
