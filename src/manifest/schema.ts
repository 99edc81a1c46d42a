import * as z from 'zod';
import {
  entries,
  group,
  list,
  manifestPath,
  optional,
  optionalFact,
  required,
  text,
  traits,
} from './schema/notation';
import { organizationSchema } from './schema/organization';
import { ignoreSchema, policySchema } from './schema/policy';
import { preferencesSchema } from './schema/preferences';
import { defaultsSchema, systemSchema } from './schema/system';

/** The version of the manifest's form, the only one there is. */
const versionSchema = z.literal(1);
traits.add(versionSchema, { type: 'number', terms: { '1': 'The only version there is.' } });

const version = 'Version of this form: `1`.';
const schemaKey = optional(
  'Where the JSON Schema of this file is, for editors that know nothing else of it.',
  text(),
);
const defaults = optional('Filled into every system that does not say otherwise.', group(defaultsSchema));
const systems = required('The AI systems, one entry each.', z.array(systemSchema));

const shared = {
  organization: optional(
    'Who runs the systems. Size, seat and sector decide which laws bind.',
    group(organizationSchema),
  ),
  preferences: optional('What tools may be like, and how much risk is acceptable.', group(preferencesSchema)),
  policy: optional('What decides about findings, so that editor and CI agree.', group(policySchema)),
  defaults,
  ignore: optionalFact('Findings that are not counted, with the reason.', entries(ignoreSchema)),
};

/** A root file, `ai-usage.yaml`. Keys that begin with `x-` are free in every object. */
export const rootSchema = z.strictObject({
  $schema: schemaKey,
  version: required(version, versionSchema),
  extends: optional(
    'A file inside the workspace whose organization, preferences, policy, defaults and ignore count where this one is silent. Example: `../org/ai-usage-base.yaml`.',
    text(),
  ),
  ...shared,
  systems,
});

/** A part, `*.ai-usage.yaml`, below a root. */
export const partSchema = z.strictObject({
  $schema: schemaKey,
  version: required(version, versionSchema),
  defaults,
  systems,
});

/** A file that roots extend. */
export const baseSchema = z.strictObject({
  $schema: schemaKey,
  version: optional(version, versionSchema),
  ...shared,
  locked: optional(
    'Paths on which a root that extends this file may not differ. Example: `[policy.failOn]`.',
    list(manifestPath()),
  ),
});
