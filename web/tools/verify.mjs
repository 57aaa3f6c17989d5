// What the Maven build runs here: install when the lock changed, then types, and in parallel lint, type check and
// build, and at last the tests, of which one weighs the build. With --build-only nothing is checked: who only wants to
// run the platform does not wait for that. Every step says how long it took.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);
const MARK = 'node_modules/.installed-lock';

function run(name, command, ...args) {
  const began = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.on('error', (error) => fail(new Error(`web: ${name} could not start: ${error.message}`)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (code === 0) {
        console.log(`web: ${name} ${seconds} s`);
        done(said);
      } else fail(new Error(`web: ${name} failed\n${said}`));
    });
  });
}

const tool = (name, ...args) => run(name, `node_modules/.bin/${name}`, ...args);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  throw new Error(`web: Node 20.19 or newer is needed, this is ${process.version}`);

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const installed = existsSync(MARK) ? readFileSync(MARK, 'utf8') : '';
if (installed !== lock) {
  await run('npm ci', 'npm', 'ci', '--no-audit', '--no-fund');
  writeFileSync(MARK, lock);
}
await run('types', process.execPath, 'tools/types.mjs');
const build = () => tool('vite', 'build', '--logLevel', 'warn');
if (process.argv.includes('--build-only')) {
  await build();
  process.exit();
}
await Promise.all([
  tool('biome', 'check', '--error-on-warnings', '.'),
  tool('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.tsbuildinfo'),
  build(),
]);
console.log(await tool('vitest', 'run', '--reporter=dot'));
