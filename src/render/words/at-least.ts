import { joined } from '../../answer/format';
import type { Regime } from '../../answer/schema';
import { className } from './labels';
import { pathWithin } from './places';

/** More grounds or fields than this are counted. */
const named = 2;

/** A class that is sure, while a graver one is open: in words, part by part. */
export interface Bound {
  /** `high-risk`: at least that. */
  readonly name: string;
  /** Whether its own grounds hold; else one of the open classes holds whatever the open field turns out to be. */
  readonly held: boolean;
  /** Its grounds: `Annex III 6(d)`. */
  readonly bases: string;
  /** `prohibited (Art. 5(1)(d))`, gravest first. */
  readonly open: readonly { readonly name: string; readonly bases: string }[];
  /** `riskBasis decides`; empty where nothing is named. */
  readonly decides: string;
}

/** What is sure of a regime's class while a graver one is open; undefined where none is. */
export function boundOf({ atLeast, classes }: Regime, systemPath: string): Bound | undefined {
  if (atLeast === undefined) return undefined;
  const grounds = (id: string, verdict: 'yes' | 'unknown') =>
    classes.filter((ground) => ground.id === id && ground.verdict === verdict).map(({ basis }) => basis);
  const sure = grounds(atLeast.class, 'yes');
  const fields = atLeast.by.map((path) => pathWithin(path, systemPath));
  return {
    name: className(atLeast.class),
    held: sure.length > 0,
    bases: few(sure.length > 0 ? sure : grounds(atLeast.class, 'unknown')),
    open: atLeast.open.map((id) => ({ name: className(id), bases: few(grounds(id, 'unknown')) })),
    decides: fields.length === 0 ? '' : `${few(fields)} ${fields.length === 1 ? 'decides' : 'decide'}`,
  };
}

/** `prohibited still open (Art. 5(1)(d)): riskBasis decides`. */
export function openWords({ open, decides }: Pick<Bound, 'open' | 'decides'>): string {
  const [only] = open.length === 1 ? open : [];
  const said = only
    ? `${only.name} still open (${only.bases})`
    : `${joined(open.map(({ name, bases }) => `${name} (${bases})`))} still open`;
  return decides === '' ? said : `${said}: ${decides}`;
}

function few(items: readonly string[]): string {
  if (items.length <= named + 1) return joined(items);
  return `${items.slice(0, named).join(', ')} and ${items.length - named} more`;
}
