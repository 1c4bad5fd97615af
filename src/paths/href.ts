import { withBase } from './paths.ts';

/** The address as a link on this site, under its base path. */
export const href = (address: string) => withBase(import.meta.env.BASE_URL, address);
