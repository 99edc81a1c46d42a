import type { ExitCode, World } from '../world';

export type SchemaName = 'manifest' | 'answer';

const files: Readonly<Record<SchemaName, string>> = {
  manifest: '../schemas/ai-usage.schema.json',
  answer: '../schemas/answer.schema.json',
};

/** Prints a published JSON Schema: of the manifest, or of what `check --format json` prints. */
export async function schema(world: World, name: SchemaName): Promise<ExitCode> {
  world.out(await world.resource(files[name]));
  return 0;
}
