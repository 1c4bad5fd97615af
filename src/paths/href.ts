import { withBase } from './paths.ts';

/** Returns a path under the base path of this build, for use in `href`. */
export const href = (path: string) => withBase(import.meta.env.BASE_URL, path);
