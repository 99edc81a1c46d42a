import * as z from 'zod';
import { momentSchema } from './control';
import { daySchema, entryShape, idSchema } from './facts';

export const priceSchema = z.enum(['free-oss', 'public-service', 'open-core', 'cloud-metered', 'commercial']);
export const hostingSchema = z.enum([
  'library',
  'cli',
  'self-hosted-service',
  'saas',
  'cloud-aws',
  'cloud-azure',
  'cloud-gcp',
  'model-weights',
]);
export const ecosystemSchema = z.enum(['python', 'node', 'java', 'dotnet', 'go', 'rust', 'any-http']);

/** `paid`: only an edition that is paid for has it, not the free core. */
const editionSchema = z.literal('paid').optional();

/** `documented`: a source that was read says so. `judged`: our reading of what the tool is for. */
const toolCapabilitySchema = z.union([
  z.strictObject({ id: idSchema, basis: z.literal('documented'), where: z.string(), edition: editionSchema }),
  z.strictObject({ id: idSchema, basis: z.literal('judged'), edition: editionSchema }),
]);

/** A governance tool that exists. Prices and hours are not in the catalog. */
export const toolSchema = z.strictObject({
  ...entryShape,
  summary: z.string(),
  category: idSchema,
  owner: z.strictObject({
    name: z.string(),
    /** ISO 3166-1 code, or INT for a foundation or community; from general knowledge where not documented. */
    country: z.string(),
    /** True where the owner also sells or releases models that such a tool would judge. */
    sellsModels: z.boolean(),
  }),
  /** SPDX id, or `proprietary`. */
  license: z.string(),
  openSource: z.boolean(),
  price: priceSchema,
  hosting: z.array(hostingSchema).min(1),
  /** Does user data leave the user's environment in normal use? */
  dataLeaves: z.enum(['no', 'optional', 'yes']),
  ecosystems: z.array(ecosystemSchema).min(1),
  /** Kinds of system it is made for: predictive, generative, agent. */
  kinds: z.array(z.enum(['predictive', 'generative', 'agent'])).min(1),
  /** What it must get at: the weights of a model, which nobody has of one behind an interface or in a product. */
  needs: z
    .array(z.enum(['weights']))
    .min(1)
    .optional(),
  lifecycle: z.array(momentSchema).min(1),
  capabilities: z.array(toolCapabilitySchema).min(1),
  limits: z.string(),
  status: z.strictObject({
    state: z.enum(['active', 'maintenance', 'inactive', 'archived', 'discontinued']),
    /** Newest release, commit or notice seen. */
    seen: z.strictObject({ what: z.string(), date: daySchema }).optional(),
    note: z.string().optional(),
    /** Who does not use it already, cannot begin. */
    closedToNew: z.literal(true).optional(),
  }),
  homepage: z.url({ protocol: /^https$/ }),
  repository: z.url({ protocol: /^https$/ }).optional(),
  install: z.string().optional(),
  /** Packages with the same or a similar name that are something else. */
  lookalikes: z.array(z.string()).default([]),
  /** Security events of the tool's own distribution. */
  advisories: z.array(z.strictObject({ date: daySchema, what: z.string(), source: z.string() })).default([]),
});
export type ToolEntry = z.infer<typeof toolSchema> & { id: string };
