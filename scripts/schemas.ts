import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerJsonSchema, manifestJsonSchema } from './json-schema';

/**
 * Writes the published JSON Schemas. With `--check` it writes nothing, and fails when one of them is not what the
 * code says today.
 */
const folder = join(__dirname, '..', 'schemas');
const published = {
  'ai-usage.schema.json': manifestJsonSchema(),
  'answer.schema.json': answerJsonSchema(),
};

const checking = process.argv.includes('--check');
const stale: string[] = [];
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(published)) {
  const path = join(folder, name);
  const wanted = `${JSON.stringify(schema, null, 2)}\n`;
  if (read(path) === wanted) continue;
  stale.push(`schemas/${name}`);
  if (!checking) writeFileSync(path, wanted);
}

if (checking && stale.length > 0) {
  console.error(`Not current: ${stale.join(', ')}. Run "npm run schemas" and commit what it writes.`);
  process.exitCode = 1;
} else console.log(stale.length > 0 ? `Wrote ${stale.join(', ')}.` : 'Schemas are current.');

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
