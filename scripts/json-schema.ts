import { z } from 'zod';
import * as answer from '../src/answer/schema';
import { rootSchema } from '../src/manifest/schema';
import { traits, UNKNOWN } from '../src/manifest/schema/notation';
import { defaultsSchema } from '../src/manifest/schema/system';

type Json = z.core.JSONSchema.BaseSchema;

/** JSON Schema (draft-07) of a manifest: what zod says, with what editors show to people. */
export function manifestJsonSchema(): Json {
  const schema = z.toJSONSchema(rootSchema, {
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      forPeople(zodSchema, jsonSchema);
    },
  });
  return titled(
    {
      title: 'AI usage manifest',
      description: 'Which AI systems a repository uses, what for, and what is in place to govern them.',
    },
    schema,
  );
}

/** Parts of the answer that stand in many places, by name. */
const answerParts = {
  Text: answer.textSchema,
  Range: answer.rangeSchema,
  Place: answer.placeSchema,
  Reason: answer.reasonSchema,
  Fact: answer.factSchema,
  Regime: answer.regimeSchema,
  Class: answer.classSchema,
  Duty: answer.dutySchema,
  Risk: answer.riskSchema,
  Control: answer.controlSchema,
  Question: answer.questionSchema,
  Conflict: answer.conflictSchema,
  System: answer.systemSchema,
  Portfolio: answer.portfolioSchema,
  Need: answer.needSchema,
  Choice: answer.choiceSchema,
  Unmet: answer.unmetSchema,
  Finding: answer.findingSchema,
  Root: answer.rootSchema,
};

/** JSON Schema (draft-07) of what `check --format json` prints. */
export function answerJsonSchema(): Json {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(answerParts)) metadata.add(schema, { id });
  return titled(
    { title: 'AI governance answer', description: 'Everything concluded from the manifest roots asked for.' },
    z.toJSONSchema(answer.answerSchema, { target: 'draft-07', metadata }),
  );
}

/** What a reader looks for comes first. */
function titled(about: Json, { $schema, ...rest }: Json): Json {
  return { ...($schema !== undefined && { $schema }), ...about, ...rest };
}

function forPeople(zodSchema: z.core.$ZodType, json: Json): void {
  const said = traits.get(zodSchema) ?? {};
  if (said.type === 'boolean') choose(json, [true, false, UNKNOWN]);
  if (said.terms && said.open) json.examples = Object.keys(said.terms);
  else if (said.terms && json.enum) {
    json.enumDescriptions = [...Object.values(said.terms), 'We looked and do not know.'];
  }
  if (said.oneOfKeys) json.anyOf = said.oneOfKeys.map((key) => ({ required: [key] }));
  if (zodSchema === defaultsSchema) json.properties = asInSystem(json.properties);
  if (zodSchema instanceof z.ZodObject) json.patternProperties = { '^x-': {} };
  // The pattern says all that the format does, and every validator knows patterns.
  delete json.format;
  if (json.description?.includes('`')) {
    json.markdownDescription = json.description;
    json.description = json.description.replaceAll('`', '');
  }
}

function choose(json: Json, values: (string | boolean)[]): void {
  delete json.anyOf;
  json.enum = values;
}

/** What may be a default is what a system may say: told once. */
function asInSystem(properties: Json['properties'] = {}): NonNullable<Json['properties']> {
  const keys = Object.keys(properties);
  return Object.fromEntries(keys.map((key) => [key, { $ref: `#/definitions/system/properties/${key}` }]));
}
