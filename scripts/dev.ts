import { checkPackages, checkProjectFolder, run, runCommand } from './command.ts';

const USAGE = `usage: npm run dev [-- <options of astro dev>]

Serves the site on this machine and reloads it as you write. --port sets the port (default 4321, or the next free one).`;

await runCommand(USAGE, async () => {
  checkProjectFolder();
  await checkPackages();
  process.exitCode = run('astro', ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)]);
});
