import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { files } from './boards/all.js';
import { rulesYaml } from './alerting/yaml.js';
import { dashboards, rulesFile } from './places.js';

/** Writes every board, and takes away those that are none any more. */
const written = files();
mkdirSync(dashboards, { recursive: true });
for (const file of readdirSync(dashboards)) {
  if (!written.has(file)) rmSync(new URL(file, dashboards));
}
for (const [file, board] of written) writeFileSync(new URL(file, dashboards), `${JSON.stringify(board, null, 2)}\n`);
writeFileSync(rulesFile, rulesYaml());
console.log(`${written.size} boards written.`);
