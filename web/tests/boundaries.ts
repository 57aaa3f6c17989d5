import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

const LAYERS = ['shared', 'features', 'app'];

/** `features/purposes/x.ts` belongs to the layer `features` and the part `features/purposes`. */
function placeOf(path: string): { layer: number; part: string } {
  const [layer = '', feature = ''] = path.split(sep);
  return {
    layer: LAYERS.indexOf(layer),
    part: layer === 'features' ? `features/${feature}` : layer,
  };
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target]) => target ?? '');
}

/** Every import under `source` that leads upward (shared to features, features to app) or from feature to feature. */
export function crossings(source: string): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      importsOf(join(source, file)).flatMap((target) => {
        const at = target.startsWith('@/')
          ? normalize(target.slice(2))
          : relative(source, join(source, dirname(file), target));
        if (!target.startsWith('@/') && !target.startsWith('.')) return [];
        const from = placeOf(file);
        const to = placeOf(at);
        if (from.layer < 0 || to.layer < 0) return [];
        const sideways = from.part !== to.part && from.layer === to.layer;
        return to.layer > from.layer || sideways ? [`${file} -> ${target}`] : [];
      }),
    );
}
