// What the console weighs on the wire: every script and style sheet of dist/, gzipped. Fails above a budget: there is one for the worker that lays graphs out, which is
// loaded with the first graph, and one for everything else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgets = { layout: 400 * 1024, rest: 900 * 1024 };
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
const totals = { layout: 0, rest: 0 };

for (const { path, bytes } of rows) {
  totals[/(^|\/)elk-worker/.test(path) ? 'layout' : 'rest'] += bytes;
  console.log(`${kilobytes(bytes)} KB  ${path}`);
}
console.log(`${kilobytes(totals.layout)} KB  to lay graphs out, of ${budgets.layout / 1024} KB`);
console.log(`${kilobytes(totals.rest)} KB  everything else, of ${budgets.rest / 1024} KB`);
console.log(`${kilobytes(totals.layout + totals.rest)} KB  in total`);
if (totals.layout > budgets.layout || totals.rest > budgets.rest) {
  console.error('The console is heavier than its budget.');
  process.exit(1);
}

function kilobytes(bytes) {
  return (bytes / 1024).toFixed(1).padStart(8);
}
