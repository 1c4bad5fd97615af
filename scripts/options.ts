/**
 * Reads a command's options; what is wrong with them is said with the usage, and the exit code is 2.
 *
 * @returns undefined where they were refused
 */
export function refuseOptions<Options>(usage: string, read: () => Options): Options | undefined {
  try {
    return read();
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}
