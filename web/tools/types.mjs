// The API's types are made from the contracts at every build, so they cannot drift from them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = new URL('../../contracts/http/', import.meta.url);
const generated = new URL('../src/shared/api/generated/', import.meta.url);

mkdirSync(generated, { recursive: true });
for (const file of readdirSync(contracts).filter((name) => name.endsWith('.openapi.json'))) {
  const service = file.replace('-service.openapi.json', '');
  const types = await openapiTS(new URL(file, contracts));
  writeFileSync(new URL(`${service}.ts`, generated), astToString(types));
}
