// Writes a .br and a .gz beside every file of a folder that becomes smaller by it. The server sends them as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressed = ['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest'];

const forms = [
  ['.br', (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
];

async function compress(file) {
  const bytes = readFileSync(file);
  await Promise.all(
    forms.map(async ([ending, make]) => {
      const smaller = await make(bytes);
      if (smaller.length < bytes.length) {
        writeFileSync(file + ending, smaller);
      }
    }),
  );
}

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).filter((name) => name !== 'index.html' && compressed.some((ending) => name.endsWith(ending)));
await Promise.all(files.map((name) => compress(join(folder, name))));
