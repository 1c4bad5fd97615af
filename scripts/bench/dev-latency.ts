import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from './measure.ts';

/** How long authors wait, in seconds. */
export interface DevLatency {
  /** From the start to the first page. */
  start: number;
  /** From saving a statement's file to its page with the new text: each time. */
  changes: number[];
  /** What the server worked for them meanwhile, in seconds of processors: what the wait would be on a machine that does nothing else. */
  cpu: number[];
  /** As `changes`, for the page of the article. */
  entryPage: number;
}

const FILE = 'content/entries/entry-1/statements.yaml';
const TIMES = 5;

/** Serves a scratch project as `npm run dev` does, changes a statement, and asks for its page until it shows the change. */
export async function devLatency(folder: string): Promise<DevLatency> {
  const port = await freePort();
  const child = spawn('node', ['scripts/dev.ts', '--port', String(port)], { cwd: folder, stdio: 'ignore', detached: true });
  const at = (address: string) => fetch(`http://127.0.0.1:${port}${address}`).then((response) => response.text());
  const until = async (address: string, text: string) => {
    const began = performance.now();
    for (;;) {
      const html = await at(address).catch(() => '');
      if (html.includes(text)) return (performance.now() - began) / 1000;
      if (performance.now() - began > 180_000) throw new Error(`${address} never showed “${text}”`);
      await wait(20);
    }
  };
  try {
    const path = join(folder, FILE);
    const ledger = readFileSync(path, 'utf8');
    const start = await until('/entries/entry-1/s1/', '</html>');
    await until('/entries/entry-1/', '</html>');
    const changes: number[] = [];
    const cpu: number[] = [];
    for (let time = 1; time <= TIMES; time++) {
      await wait(2000);
      writeFileSync(path, changed(ledger, `Changed number ${time}`));
      const before = cpuOf(child.pid!);
      changes.push(await until('/entries/entry-1/s1/', `Changed number ${time}`));
      cpu.push(cpuOf(child.pid!) - before);
    }
    await wait(2000);
    writeFileSync(path, changed(ledger, 'Changed at last'));
    return { start, changes, cpu, entryPage: await until('/entries/entry-1/', 'Changed at last') };
  } finally {
    process.kill(-child.pid!);
  }
}

/** A ledger in which the first statement's text begins with other words. */
const changed = (ledger: string, words: string) => ledger.replace(/(?<=^ {4}text: (?:>-\n {6})?)\S+/m, words);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
