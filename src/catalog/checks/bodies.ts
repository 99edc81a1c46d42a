import type { Report } from '../draft';
import type { EntryFile } from '../entry-file';
import { holes } from './holes';
import { gramsOf, sharedGrams } from './word-grams';

/** How many words a body has, by kind of entry. An entry without a body is complete. */
export const bodyWords = { tools: [80, 200], controls: [100, 300] } as const;

/** At most this part of the runs of eight words is shared by two bodies of a kind, on average over all pairs. */
export const mostShared = 0.05;

/** Checks that bodies are neither too short nor too long, and not one text written many times. */
export function checkBodies(files: readonly EntryFile[], report: Report): void {
  const kinds = new Map<string, EntryFile[]>();
  for (const file of files) {
    if (file.body.trim() === '') continue;
    const kind = file.path.split('/')[0] ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  for (const [kind, bodies] of kinds) {
    if (kind === 'tools' || kind === 'controls') checkWords(bodies, bodyWords[kind], report);
    checkShared(kind, bodies, report);
  }
}

function checkWords(
  bodies: readonly EntryFile[],
  [least, most]: readonly [number, number],
  report: Report,
): void {
  for (const file of bodies) {
    const count = file.body.trim().split(/\s+/).length;
    if (count >= least && count <= most) continue;
    const advice = count < least ? 'Say more, or leave the body out' : 'Cut it';
    const message = `The body has ${count} words. ${advice}: ${least} to ${most} are meant.`;
    report(file, { steps: [] }, 'words', message, holes);
  }
}

/** The pair that shares most is the one to mend, so the problem stands there. */
function checkShared(kind: string, bodies: readonly EntryFile[], report: Report): void {
  const grams = bodies.map(({ body }) => gramsOf(body, 8));
  let sum = 0;
  let worst = { part: 0, first: 0, second: 0 };
  for (const { first, second, shared } of sharedGrams(grams)) {
    const part = shared / Math.min(grams[first]?.size ?? 1, grams[second]?.size ?? 1);
    sum += part;
    if (part > worst.part) worst = { part, first, second };
  }
  const pairs = (bodies.length * (bodies.length - 1)) / 2;
  const [other, file] = [bodies[worst.first], bodies[worst.second]];
  if (pairs === 0 || sum / pairs <= mostShared || !other || !file) return;
  const message = `The bodies of ${kind} share ${percent(sum / pairs)} of their runs of eight words on average, this one ${percent(worst.part)} with ${other.path}. Write what is special to each.`;
  report(file, { steps: [] }, 'twin', message);
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10} percent`;
}
