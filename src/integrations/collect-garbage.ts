import type { AstroIntegration } from 'astro';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Frees the memory of rendering before the other integrations of a build need theirs: lowers the peak by about 100 MB. */
export function collectGarbage(): AstroIntegration {
  return {
    name: 'collect-garbage',
    hooks: {
      'astro:build:done'() {
        setFlagsFromString('--expose-gc');
        (runInNewContext('gc') as () => void)();
      },
    },
  };
}
