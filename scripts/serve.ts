import { siteName } from '../src/config/site.ts';
import { UserError } from '../src/loader/user-error.ts';
import { serveBuild } from './browser/serve-build.ts';
import { runCommand } from './run.ts';

const USAGE = 'usage: npm run serve\nServes the last build on 127.0.0.1, on port PORT (default 4321).';

await runCommand(USAGE, async () => {
  const { origin } = await serveBuild(Number(process.env.PORT ?? 4321)).catch((error: Error) => {
    throw new UserError(error.message);
  });
  console.log(`\n${siteName} is at ${origin}/\nPress Ctrl-C to stop.`);
});
