const began = performance.now();

/** Says on the error stream what is done next, with the seconds that have passed and the memory that is held: the tables go to the other. */
export function progress(what: string) {
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.error(`${seconds.padStart(5)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB: ${what}`);
}
