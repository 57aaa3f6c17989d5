// The API's types are made from the contracts at every build, so they cannot drift from them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../../contracts/http/', import.meta.url);
const generated = new URL('../src/shared/api/generated/', import.meta.url);

mkdirSync(generated, { recursive: true });
const documents = new Map();
for (const file of readdirSync(contracts).sort().reverse())
  if (file.endsWith('.openapi.json')) documents.set(file.split(/-service\.|\./)[0], file);
for (const [service, file] of documents) {
  const types = await openapiTS(new URL(file, contracts));
  writeFileSync(new URL(`${service}.ts`, generated), astToString(types));
}
