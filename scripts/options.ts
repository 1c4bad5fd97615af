/**
 * Reads a command's options; what is wrong with them is said with the usage, and the exit code is 2. Where `--help` is asked for, the usage is all.
 *
 * @returns undefined where they were refused, or help was asked for
 */
export function assertKnownOptions<Options>(usage: string, read: () => Options): Options | undefined {
  if (wantsHelp(usage)) return undefined;
  try {
    return read();
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

/** Whether a command was called with `--help` or `-h`: its usage is printed then, and it has nothing else to do. */
export function wantsHelp(usage: string, args: readonly string[] = process.argv.slice(2)): boolean {
  const asked = args.some((arg) => arg === '--help' || arg === '-h');
  if (asked) console.log(usage);
  return asked;
}
