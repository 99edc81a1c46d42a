import type { RootChanges } from '../answer/catalog-diff';
import type { Class, Control, Duty, Regime, Risk, Root, System, Text, Verdict } from '../answer/schema';
import { byId } from './differences';

/** What a manifest root is told otherwise under another catalog: the same manifest, read as of the same day. */
export function catalogChanges(before: Root, after: Root): RootChanges {
  const earlier = new Map(before.systems.map((system) => [system.path, system]));
  const systems = after.systems.flatMap((system) => {
    const old = earlier.get(system.path);
    const changes = old ? systemChanges(old, system) : [];
    return changes.length > 0 ? [{ id: system.id, name: system.name, changes }] : [];
  });
  const changes = [
    ...riskChanges(before.risks, after.risks),
    ...controlChanges(before.controls, after.controls),
    ...memberChanges('conflict', before.conflicts, after.conflicts),
    ...memberChanges('tool', toolsOf(before), toolsOf(after)),
    ...newErrors(before, after),
  ];
  return { path: after.path, asOf: after.asOf, systems, changes };
}

function systemChanges(before: System, after: System): Text[] {
  return [
    ...union(before.regimes, after.regimes).flatMap(([old, now]) => regimeChanges(old, now)),
    ...riskChanges(before.risks, after.risks),
    ...controlChanges(before.controls, after.controls),
  ];
}

/** Pairs by id: those of the new list in its order, then what is in the old one alone. */
function union<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): (readonly [Entry | undefined, Entry | undefined])[] {
  const [old, now] = [byId(before), byId(after)];
  return [
    ...after.map((entry) => [old.get(entry.id), entry] as const),
    ...before.filter(({ id }) => !now.has(id)).map((entry) => [entry, undefined] as const),
  ];
}

function regimeChanges(before: Regime | undefined, after: Regime | undefined): Text[] {
  const regime = after ?? before;
  if (!regime) return [];
  const params = {
    regime: regime.shortTitle ?? regime.title,
    place: regime.jurisdiction,
    force: forceOf(regime),
  };
  const [was, is] = [before?.applies ?? 'no', after?.applies ?? 'no'];
  const turned = turn('regime', was, is);
  if (turned !== undefined) {
    const duties = is === 'yes' ? owed(regime).length : 0;
    return [
      { id: duties > 0 ? `${turned}-with` : turned, params: { ...params, duties, ...firstDay(regime) } },
    ];
  }
  if (!before || !after || is === 'no') return [];
  const texts: Text[] = [];
  if (before.status !== after.status) {
    texts.push({ id: 'regime.status', params: { ...params, from: before.status, to: after.status } });
  }
  texts.push(...classChanges(before, after, params.regime), ...dutyChanges(before, after, params.regime));
  return texts;
}

function forceOf({ binding, status }: Regime): string {
  if (status === 'proposed') return 'proposed, not law';
  return binding ? 'law' : 'not binding';
}

function owed({ duties }: Regime): Duty[] {
  return duties.filter(({ applies }) => applies === 'yes');
}

/** The first day on which something is owed. */
function firstDay(regime: Regime): { day: string } {
  const [first = 'no date set'] = owed(regime)
    .flatMap(({ due }) => due ?? [])
    .sort();
  return { day: first };
}

/** The id of what it means that a verdict became another; undefined where it did not. */
function turn(noun: string, was: Verdict, is: Verdict): string | undefined {
  if (was === is) return undefined;
  if (is === 'yes') return `${noun}.applies`;
  if (is === 'unknown') return was === 'yes' ? `${noun}.open` : `${noun}.may-apply`;
  return was === 'yes' ? `${noun}.ended` : `${noun}.out`;
}

function classChanges(before: Regime, after: Regime, regime: string): Text[] {
  const grounds = ({ classes }: Regime) =>
    classes.map((ground) => ({ id: `${ground.id} ${ground.basis}`, ground }));
  return union(grounds(before), grounds(after)).flatMap(([old, now]): Text[] => {
    const ground = now?.ground ?? old?.ground;
    if (!ground) return [];
    const params = { class: classWords(ground), basis: ground.basis, regime };
    const turned = turn('class', old?.ground.verdict ?? 'no', now?.ground.verdict ?? 'no');
    if (turned !== undefined) return [{ id: turned, params }];
    return moved('class.moved', params, old?.ground.since, now?.ground.since);
  });
}

function classWords({ id }: Class): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** Another day than before, where there was something before. */
function moved(
  id: string,
  params: Text['params'],
  was: string | null | undefined,
  is: string | null | undefined,
): Text[] {
  if (was === undefined || is === undefined || was === is) return [];
  return [{ id, params: { ...params, from: was ?? 'no date', to: is ?? 'no date' } }];
}

function dutyChanges(before: Regime, after: Regime, regime: string): Text[] {
  return union(before.duties, after.duties).flatMap(([old, now]): Text[] => {
    const duty = now ?? old;
    if (!duty) return [];
    const params = { title: duty.title, article: duty.article, regime, due: duty.due ?? 'no date' };
    const turned = turn('duty', old?.applies ?? 'no', now?.applies ?? 'no');
    if (turned !== undefined) return [{ id: turned, params }];
    if (duty.applies === 'no') return [];
    const days = moved('duty.moved', params, old?.due, now?.due);
    const reworded = old?.statement !== now?.statement || old?.title !== now?.title;
    return reworded ? [...days, { id: 'duty.reworded', params }] : days;
  });
}

/** Risks that are sure before or after; what is only possible is asked for as a question, and is no news here. */
function riskChanges(before: readonly Risk[], after: readonly Risk[]): Text[] {
  return union(before, after).flatMap(([old, now]): Text[] => {
    const [was, is] = [old?.verdict === 'yes' ? old : undefined, now?.verdict === 'yes' ? now : undefined];
    const title = now?.title ?? old?.title ?? '';
    if (!was && !is) return [];
    if (!was) return [{ id: 'risk.runs', params: { title, severity: is?.severity ?? 0 } }];
    if (!is) return [{ id: now ? 'risk.open' : 'risk.gone', params: { title } }];
    if (was.severity === is.severity) return [];
    return [{ id: 'risk.severity', params: { title, from: was.severity, to: is.severity } }];
  });
}

function controlChanges(before: readonly Control[], after: readonly Control[]): Text[] {
  return union(before, after).flatMap(([old, now]): Text[] => {
    const [was, is] = [old?.asked === true, now?.asked === true];
    const control = now ?? old;
    if (!control || was === is) return [];
    return [{ id: is ? 'control.asked' : 'control.dropped', params: { title: control.title } }];
  });
}

function memberChanges(
  noun: 'conflict' | 'tool',
  before: readonly { readonly id: string; readonly title: string }[],
  after: readonly { readonly id: string; readonly title: string }[],
): Text[] {
  return union(before, after).flatMap(([old, now]): Text[] => {
    if (!now && old) return [{ id: `${noun}.gone`, params: { id: old.id, title: old.title } }];
    return now && !old ? [{ id: `${noun}.new`, params: { id: now.id, title: now.title } }] : [];
  });
}

function toolsOf({ portfolio }: Root): { id: string; title: string }[] {
  return (portfolio?.tools ?? [])
    .filter(({ inUse }) => !inUse)
    .map(({ tool, name }) => ({ id: tool, title: name }));
}

/** What the manifest says and the other catalog refuses, such as the id of a control that it no longer has. */
function newErrors(before: Root, after: Root): Text[] {
  const errors = ({ findings }: Root) =>
    findings.filter(({ severity, ignored }) => severity === 'error' && ignored === undefined);
  const known = new Set(
    errors(before).map(({ rule, message, place }) => `${rule} ${place.path} ${message.text}`),
  );
  return errors(after)
    .filter(({ rule, message, place }) => !known.has(`${rule} ${place.path} ${message.text}`))
    .map(({ rule, message }) => ({ id: 'error.new', params: { rule, text: message.text } }));
}
