/**
 * Builds the catalog: reads `catalog/`, writes `dist/catalog.json` and `dist/catalog-bodies.json`, and prints what is
 * wrong as `file:line:column error code message`. With `--check` it writes nothing. Ends with 1 where there are
 * errors. Run it in the folder of the project.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { buildFiles, readCatalog } from './catalog-files';

async function main(): Promise<void> {
  const { pack, bodies, problems } = buildFiles(await readCatalog('catalog'));
  for (const { file, line, character, severity, code, message } of problems) {
    console.log(`catalog/${file}:${line + 1}:${character + 1} ${severity} ${code} ${message}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  console.log(
    `catalog ${pack.version}: ${pack.regimes.length} regimes, ${pack.risks.length} risks, ` +
      `${pack.controls.length} controls, ${pack.capabilities.length} capabilities, ${pack.tools.length} tools; ` +
      `${errors} errors, ${problems.length - errors} warnings`,
  );
  if (errors > 0) {
    process.exitCode = 1;
    return;
  }
  if (process.argv.includes('--check')) return;
  await mkdir('dist', { recursive: true });
  for (const [name, value] of [
    ['catalog.json', pack],
    ['catalog-bodies.json', bodies],
  ] as const) {
    const text = `${JSON.stringify(value)}\n`;
    await writeFile(`dist/${name}`, text);
    console.log(`dist/${name}: ${text.length} characters, ${gzipSync(text).length} bytes gzipped`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
