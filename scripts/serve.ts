import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { siteName } from '../src/config/site.ts';
import { listen, serveBuild } from './serve-build.ts';
import { checkProjectFolder, checkSiteUrl, readPort, runCommand } from './command.ts';

const USAGE = `usage: npm run serve [-- --build]

Serves the last build on this machine. PORT sets the port (default 4321).
  --build   build first, as npm start does`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { build: { type: 'boolean' } } });
  const port = readPort();
  if (values.build) {
    checkProjectFolder();
    // Fails before the build if the port is in use.
    const { server } = await listen(port);
    server.close();
    const { status } = spawnSync(process.execPath, ['--max-semi-space-size=32', 'scripts/build.ts'], { stdio: 'inherit' });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      return;
    }
  }
  checkSiteUrl();
  const { origin } = await serveBuild(port);
  console.log(`\n${siteName} is at ${origin}/\nPress Ctrl-C to stop.`);
});
