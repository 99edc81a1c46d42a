import { readFileSync, readdirSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { regimeSchema, regimePartSchema } from './src/catalog/schema/regime';
import { createModel } from './src/assess/model';
import { assessRegimes } from './src/assess/regimes';
import { withDerived } from './src/logic/derived';
const dir = './catalog/regimes/eu-ai-act/';
const fm = (f: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(readFileSync(dir + f, 'utf8'))![1]!);
const main: any = { id: 'eu-ai-act', ...regimeSchema.parse(fm('eu-ai-act.md')) };
for (const f of readdirSync(dir).sort()) { if (f === 'eu-ai-act.md') continue; const p: any = regimePartSchema.parse(fm(f)); for (const k of ['exceptions', 'classes', 'duties']) main[k] = [...main[k], ...p[k]]; }
const eu = ['DE', 'FR', 'ES', 'IT', 'AT', 'NL'].map((id) => ({ id, name: id, parents: ['EU', 'EEA'] }));
const original = structuredClone(main);
function run(quiet: boolean): number {
const pack: any = { schemaVersion: 1, version: '2026.11', knownUntil: '2026-11-23', hash: 'x', regimes: [main], risks: [], controls: [], capabilities: [], tools: [], vocabularies: [], places: [...eu, { id: 'EU', name: 'EU', parents: ['EEA'] }, { id: 'EEA', name: 'EEA', parents: [] }, { id: 'US', name: 'US', parents: [] }, { id: 'US-CO', name: 'CO', parents: ['US'] }] };
const SPOT: any = { path: 'x', file: 'f', lines: { rangeOf: () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }) }, span: { start: 0, end: 0 } };
const model = createModel(pack);
const factOf = (v: any): any => {
  const b = { from: 'given', spots: [] };
  if (v === undefined || v === 'unknown') return { kind: 'unknown', said: v === 'unknown', ...b };
  if (Array.isArray(v)) {
    const open = v.includes('unknown'); const m = v.filter((x) => x !== 'unknown');
    if (m.some((x) => typeof x === 'object')) return { kind: 'objects', open, members: m.map((x: any) => ({ spot: SPOT, get: (k: string) => factOf(x[k]) })), ...b };
    return { kind: 'list', open, members: m.map((value) => ({ value, spot: SPOT })), ...b };
  }
  return { kind: 'scalar', value: v, ...b };
};
const factsFor = (root: any): any => ({ get(path: string) {
  let v = root; for (const k of path.split('.')) { if (Array.isArray(v)) v = v.map((x) => x[k]).filter((x) => x !== undefined).flat(); else v = v?.[k]; if (v === undefined) break; }
  if (Array.isArray(v) && v.length === 0 && path.startsWith('system.models.')) v = undefined;
  return factOf(v);
} });
const cases = parse(readFileSync('test/catalog/eu-ai-act.cases.yaml', 'utf8')).cases;
let bad = 0, checks = 0;
for (const c of cases) {
  const facts = withDerived(factsFor({ system: c.system, organization: c.organization ?? {} }), model.terms);
  const claims = new Map((c.system.claims ?? []).map((x: any) => [x.exemption, SPOT]));
  const r: any = assessRegimes(model, facts, claims as any, c.asOf ?? '2026-11-23')[0];
  const say = (m: string) => { bad++; if (!quiet) console.log('✗', c.name, '|', m); };
  if (!r) { say('no regime'); continue; }
  if (c.applies && r.applies !== c.applies) say('applies ' + r.applies);
  for (const e of c.expect) { checks++;
    const k = r.classes.filter((x: any) => x.basis === e.basis && x.id === 'eu-ai-act.' + e.class);
    if (k.length !== 1) { say(`${e.basis}: ${k.length} (${r.classes.map((x: any) => x.basis + ':' + x.verdict).join(', ')})`); continue; }
    if (k[0].verdict !== e.verdict) say(`${e.basis} is ${k[0].verdict}`);
    if (e.since !== undefined && k[0].since !== e.since) say(`${e.basis} since ${k[0].since}`);
    for (const [id, st] of Object.entries(e.claims ?? {})) if (k[0].claims.find((x: any) => x.id === id)?.state !== st) say(`claim ${id} ${JSON.stringify(k[0].claims)}`);
    for (const id of e.open ?? []) if (!k[0].openExceptions.includes(id)) say(`open ${id} not in ${k[0].openExceptions}`);
  }
  for (const b of c.absent ?? []) { checks++; if (r.classes.some((x: any) => x.basis === b)) say(`${b} should be absent: ${r.classes.find((x: any) => x.basis === b).verdict}`); }
  for (const [id, d] of Object.entries(c.duties ?? {}) as any) { checks++; const k = r.duties.find((x: any) => x.id === id); if (!k) say(`duty ${id} missing`); else if (k.applies !== d.applies || k.due !== d.due) say(`duty ${id} ${k.applies} ${k.due}`); }
  for (const id of c.notOwed ?? []) { checks++; const k = r.duties.find((x: any) => x.id === id); if (k && k.applies !== 'no') say(`duty ${id} owed ${k.applies}`); }
}
if (!quiet) console.log(cases.length, 'cases', checks, 'checks', bad, 'bad'); return bad;
}
run(false);
const fam = /art-5-1|annex-iii-[345]|art-50/;
const never = { path: 'system.areas', includes: 'no.such' };
for (const [i, c] of original.classes.entries()) { if (!fam.test(c.id)) continue;
  main.classes = structuredClone(original.classes); main.classes[i].condition = never; if (run(true) === 0) console.log('survives: class gone', c.id);
  main.classes = structuredClone(original.classes); main.classes[i].date = c.date === 'general' ? 'gpai' : 'general'; if (run(true) === 0) console.log('survives: date', c.id);
  for (const e of c.exceptions) { main.classes = structuredClone(original.classes); main.classes[i].exceptions = c.exceptions.filter((x: string) => x !== e); if (run(true) === 0) console.log('survives: without', e, 'on', c.id); }
}
main.classes = original.classes;
for (const [i, d] of original.duties.entries()) { main.duties = original.duties.filter((_: any, j: number) => j !== i); if (run(true) === 0) console.log('survives: duty gone', d.id); }
