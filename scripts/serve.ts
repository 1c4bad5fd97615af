import { serveBuild } from './browser/serve-build.ts';

/** Serves the last build on loopback: `npm run serve`; `PORT` chooses the port. */
try {
  const { origin } = await serveBuild(Number(process.env.PORT ?? 4321));
  console.log(`\nThe Japan–Russia Record is at ${origin}/\nCtrl-C stops it.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
