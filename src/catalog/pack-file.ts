import * as z from 'zod';
import { aboutSchema } from './draft';
import type { Bodies, PackData } from './pack';
import { backgroundSchema } from './schema/background';
import { capabilitySchema } from './schema/capability';
import { comparisonSchema } from './schema/comparison';
import { conflictSchema } from './schema/conflict';
import { controlSchema } from './schema/control';
import { frameworkSchema } from './schema/framework';
import { regimeSchema } from './schema/regime';
import { riskSchema } from './schema/risk';
import { templateSchema } from './schema/template';
import { toolSchema } from './schema/tool';
import { vocabularySchema } from './schema/vocabulary';
import { schemaProblems } from './schema-problems';
import { sha256 } from './sha256';

/** Of all that may be wrong with a file, so much tells what kind of file it is. */
const toldProblems = 3;

const entryId = { id: z.string().min(1).max(200) };

/** A pack as the build writes it. What packs had not yet before some version is empty when it is missing. */
const packSchema = z.strictObject({
  schemaVersion: z.literal(1),
  ...aboutSchema.shape,
  hash: z.string(),
  conflicts: z.array(conflictSchema.safeExtend(entryId)),
  comparisons: z.array(comparisonSchema.safeExtend(entryId)),
  background: z.array(backgroundSchema.safeExtend(entryId)),
  frameworks: z.array(frameworkSchema.safeExtend(entryId)).default([]),
  regimes: z.array(regimeSchema.safeExtend(entryId)),
  risks: z.array(riskSchema.safeExtend(entryId)),
  controls: z.array(controlSchema.safeExtend(entryId)),
  templates: z.array(templateSchema.safeExtend(entryId)).default([]),
  capabilities: z.array(capabilitySchema.safeExtend(entryId)),
  tools: z.array(toolSchema.safeExtend(entryId)),
  vocabularies: z.array(vocabularySchema.safeExtend(entryId)),
});

/** The lists of a pack whose members have ids. */
const lists = [
  'conflicts',
  'comparisons',
  'background',
  'frameworks',
  'regimes',
  'risks',
  'controls',
  'templates',
  'capabilities',
  'tools',
  'vocabularies',
] as const;

const bodiesSchema = z.record(z.string(), z.string());

/**
 * Reads a pack from a file that somebody gives: untrusted text. It must be whole (its hash is computed anew) and each
 * entry must have the shape that its schema asks for. Never throws; `problem` is a sentence for people.
 */
export function readPackText(text: string): { readonly pack: PackData } | { readonly problem: string } {
  const data = jsonOf(text);
  if (data === undefined) return { problem: 'It is no JSON.' };
  if (typeof data !== 'object' || data === null || !('schemaVersion' in data) || !('hash' in data))
    return { problem: 'It is JSON, but no catalog: it has no schemaVersion and hash.' };
  if (data.schemaVersion !== 1)
    return { problem: 'Its schemaVersion is not 1, which is all that this program reads.' };
  try {
    const { hash, ...hashed } = data;
    if (sha256(JSON.stringify(hashed)) !== hash)
      return {
        problem: 'Its hash does not match its data: it was changed after it was built, or is cut off.',
      };
    const read = packSchema.safeParse(data);
    if (!read.success) return { problem: shapeProblem(data, read.error) };
    const double = doubleOf(read.data);
    return double === undefined ? { pack: read.data } : { problem: `It has two entries ${double}.` };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'It is nested more deeply than any catalog.' };
    throw error;
  }
}

/** Reads the guidance beside a pack. Never throws. */
export function readBodiesText(text: string): { readonly bodies: Bodies } | { readonly problem: string } {
  const read = bodiesSchema.safeParse(jsonOf(text));
  return read.success ? { bodies: read.data } : { problem: 'It is no JSON of guidance by entry.' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Which entry is wrong and how, by its id instead of its place in a list of hundreds. */
function shapeProblem(data: object, { issues }: z.ZodError): string {
  const problems = schemaProblems(packSchema, data, issues).map(({ steps, message }) => {
    const [list, index, ...rest] = steps;
    const entry = typeof index === 'number' ? idIn(data, list, index) : undefined;
    const place = [list, entry ?? index, ...rest].filter((step) => step !== undefined).join('/');
    return place === '' ? message : `${place}: ${message}`;
  });
  const told = problems.slice(0, toldProblems).join(' ');
  const rest = problems.length - toldProblems;
  return `An entry has not the shape that this program reads. ${told}${rest > 0 ? ` And ${rest} more.` : ''}`;
}

function idIn(data: object, list: string | number | undefined, index: number): string | undefined {
  const members: unknown = new Map<string | number | undefined, unknown>(Object.entries(data)).get(list);
  const member: unknown = Array.isArray(members) ? members[index] : undefined;
  if (typeof member !== 'object' || member === null || !('id' in member)) return undefined;
  return typeof member.id === 'string' ? member.id : undefined;
}

function doubleOf(pack: PackData): string | undefined {
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { id } of pack[list]) {
      if (seen.has(id)) return `${list}/${id}`;
      seen.add(id);
    }
  }
  return undefined;
}
