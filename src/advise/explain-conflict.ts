import type { Bodies, Pack } from '../catalog/pack';
import { page } from './explain-page';

type Conflict = Pack['conflicts'][number];
type Side = Conflict['sides'][number];

/** A page about a conflict of laws: what clashes, who stands where, and what to do. */
export function explainConflict(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const conflict = pack.conflicts.find((candidate) => candidate.id === id);
  if (!conflict) return undefined;
  const { title, statement, sides, advice, sources } = conflict;
  const facts = [statement, sides.map((side) => sideLine(pack, side)).join('\n'), `What to do: ${advice}`];
  return page(`${id}: ${title}`, facts, bodies[`conflicts/${id}`], sources);
}

/** A page about what stands behind the law and binds nobody. */
export function explainBackground(pack: Pack, bodies: Bodies, id: string): string | undefined {
  const background = pack.background.find((candidate) => candidate.id === id);
  if (!background) return undefined;
  const { title, summary, events, sources } = background;
  const lines = events.map(({ date, what, confidence, note }) => {
    const check = confidence === 'low' ? ' (reported, check)' : '';
    return `- ${date}: ${what}${check}${note === undefined ? '' : ` ${note}`}`;
  });
  return page(title, [summary, lines.join('\n')], bodies[`background/${id}`], sources);
}

/** Who stands on a side and what it asks; an overlay may have taken a law out of the catalog. */
function sideLine({ regimes }: Pack, { name, asks, regimes: whole, duties }: Side): string {
  const named = [...whole, ...duties.map((duty) => duty.slice(0, duty.indexOf('.')))];
  const laws = regimes
    .filter(({ id }) => named.includes(id))
    .map(({ id, shortTitle }) => `${shortTitle} (\`${id}\`)`);
  return `- **${name}**: ${asks}.${laws.length > 0 ? ` ${laws.join(', ')}.` : ''}`;
}
