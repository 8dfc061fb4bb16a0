// What the console weighs on the wire: every script and style sheet of dist/, gzipped. Fails above the budget.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const budget = 900_000;
const dist = new URL('../dist', import.meta.url).pathname;

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const rows = files(dist)
  .filter((path) => /\.(js|css|mjs)$/.test(path))
  .map((path) => ({ path: relative(dist, path), bytes: gzipSync(readFileSync(path), { level: 9 }).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { path, bytes } of rows) {
  console.log(`${kilobytes(bytes)} KB  ${path}`);
}
console.log(`${kilobytes(total)} KB  in total, of ${budget / 1000} KB`);
if (total > budget) {
  console.error('The console is heavier than its budget.');
  process.exit(1);
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1).padStart(8);
}
