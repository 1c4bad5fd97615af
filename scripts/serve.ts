import { siteName } from '../src/config/site.ts';
import { serveBuild } from './browser/serve-build.ts';
import { runCommand } from './run.ts';

const USAGE = `usage: npm run serve

Serves the last build on this machine. PORT sets the port (default 4321).`;

await runCommand(USAGE, async () => {
  const { origin } = await serveBuild(Number(process.env.PORT ?? 4321));
  console.log(`\n${siteName} is at ${origin}/\nPress Ctrl-C to stop.`);
});
