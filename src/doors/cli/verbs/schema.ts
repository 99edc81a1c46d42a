import type { ExitCode, World } from '../world';

export type SchemaName = 'manifest' | 'answer';

/** Prints a published JSON Schema: of the manifest, or of what `check --format json` prints. */
export async function schema(world: World, name: SchemaName): Promise<ExitCode> {
  const found =
    name === 'manifest'
      ? await import('../../../../schemas/ai-usage.schema.json')
      : await import('../../../../schemas/answer.schema.json');
  world.out(`${JSON.stringify(found.default, null, 2)}\n`);
  return 0;
}
