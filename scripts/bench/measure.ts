import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command cost. */
export interface Cost {
  /** Wall time in seconds. */
  seconds: number;
  /** Time of processors in seconds, of the command and all that it started; 0 where the system does not tell. */
  cpu: number;
  /** Most memory that it and all that it started held at once, in megabytes, what they share counted once (PSS); 0 where the system does not tell. */
  megabytes: number;
  /** The same with what they share counted for each (RSS). */
  resident: number;
}

/** A stretch of a command's work, from the line of output with which it begins. */
export interface Stage extends Cost {
  name: string;
}

/** A line of output that begins a stage. */
export interface StageMark {
  name: string;
  line: RegExp;
}

export interface Run {
  whole: Cost;
  stages: Stage[];
  output: string;
}

/** Clock ticks in a second, as Linux counts the time of processes. */
const TICKS = 100;
const PAGE = 4096;
const EVERY = 50;
const MEMORY_EVERY = 250;

/**
 * Runs a command and measures it: time, processors and memory of its process and all below it, looked at every 50 ms (on Linux; the
 * wall clock alone elsewhere). Memory is looked at every 250 ms: what is shared takes the system time to find.
 *
 * @param marks lines of output with which stages begin, in order; what comes before the first is `first`
 * @throws {Error} with its output, where the command fails
 */
export async function measure(
  command: string,
  args: readonly string[],
  {
    cwd,
    env = {},
    marks = [],
    first = 'start',
  }: { cwd: string; env?: Record<string, string>; marks?: readonly StageMark[]; first?: string },
): Promise<Run> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const began = performance.now();
  const seen = new Map<number, number>();
  const snapshot = { cpu: 0, looked: -Infinity, most: NOTHING, mostOfStage: NOTHING };
  const look = () => {
    const { ticks, pages } = usage(child.pid!);
    for (const [pid, used] of ticks) seen.set(pid, Math.max(seen.get(pid) ?? 0, used));
    snapshot.cpu = [...seen.values()].reduce((sum, used) => sum + used, 0) / TICKS;
    if (performance.now() - snapshot.looked < MEMORY_EVERY) return;
    const held = { resident: (pages * PAGE) / 1e6, megabytes: [...ticks.keys()].reduce((sum, pid) => sum + sharedOnce(pid), 0) / 1e6 };
    snapshot.most = larger(snapshot.most, held);
    snapshot.mostOfStage = larger(snapshot.mostOfStage, held);
    snapshot.looked = performance.now();
  };
  const timer = setInterval(look, EVERY);

  const stages: Stage[] = [];
  let current = { name: first, at: began, cpu: 0 };
  const end = () => {
    look();
    const now = performance.now();
    stages.push({
      name: current.name,
      seconds: (now - current.at) / 1000,
      cpu: snapshot.cpu - current.cpu,
      ...snapshot.mostOfStage,
    });
    snapshot.mostOfStage = NOTHING;
    current = { ...current, at: now, cpu: snapshot.cpu };
  };
  const waiting = [...marks];
  let output = '';
  const hear = (chunk: Buffer) => {
    const text = chunk.toString();
    output = (output + text).slice(-20_000);
    while (waiting[0]?.line.test(text)) {
      end();
      current.name = waiting.shift()!.name;
    }
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  end();
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}):\n${output}`);
  return { whole: { seconds: (performance.now() - began) / 1000, cpu: snapshot.cpu, ...snapshot.most }, stages, output };
}

type Memory = Pick<Cost, 'megabytes' | 'resident'>;

const NOTHING: Memory = { megabytes: 0, resident: 0 };

const larger = (a: Memory, b: Memory): Memory => ({
  megabytes: Math.max(a.megabytes, b.megabytes),
  resident: Math.max(a.resident, b.resident),
});

/** Time of processors, in seconds, that a process and everything below it have used so far; 0 where the system does not tell. */
export const cpuOf = (pid: number) => [...usage(pid).ticks.values()].reduce((sum, used) => sum + used, 0) / TICKS;

/** Ticks by process and pages of memory in all, of a process and everything below it. */
function usage(root: number): { ticks: Map<number, number>; pages: number } {
  const children = new Map<number, number[]>();
  const stats = new Map<number, { ticks: number; pages: number }>();
  for (const name of processes()) {
    const stat = statOf(Number(name));
    if (!stat) continue;
    stats.set(Number(name), stat);
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const ticks = new Map<number, number>();
  let pages = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    const stat = stats.get(pid);
    if (!stat) continue;
    ticks.set(pid, stat.ticks);
    pages += stat.pages;
    waiting.push(...(children.get(pid) ?? []));
  }
  return { ticks, pages };
}

const processes = () => (process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []);

/** From `/proc/<pid>/stat` (proc(5)): parent, user and system time of the process itself, resident pages. */
function statOf(pid: number): { parent: number; ticks: number; pages: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, ticks: fields[11]! + fields[12]!, pages: fields[21]! };
  } catch {
    return undefined;
  }
}

/** Bytes of memory of a process, with its share of what it shares (`Pss` of `/proc/<pid>/smaps_rollup`, proc(5)). */
function sharedOnce(pid: number): number {
  try {
    return 1024 * Number(/^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
