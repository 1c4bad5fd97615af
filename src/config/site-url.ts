/** Where the site is published, and under which path: `SITE_URL` and `BASE_PATH`. */
export const siteUrl = {
  site: process.env.SITE_URL ?? 'http://127.0.0.1:4321',
  base: process.env.BASE_PATH ?? '/',
};
