/** Resolves after a number of milliseconds. */
export const delay = (milliseconds: number) =>
  milliseconds > 0 ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();

/** Resolves with whether a promise is fulfilled within a number of milliseconds. */
export const settlesWithin = (promise: Promise<unknown>, milliseconds: number) =>
  Promise.race([promise.then(() => true), delay(milliseconds).then(() => false)]);

/** Returns a function that calls a loader once. If the loader fails, the next call tries again. */
export function loadOnce<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let promise: Promise<Result> | undefined;
  return () =>
    (promise ??= load().catch((error: unknown) => {
      promise = undefined;
      throw error;
    }));
}

/** Number of steps between pauses, about 5 ms of work. */
const CHUNK_STEPS = 24;

/** Runs a generator to its end, with pauses in which the browser can handle input and paint. */
export async function runInChunks<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % CHUNK_STEPS === 0) await ('scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : delay(1));
  }
}

/** Longest wait for the end of a press, in milliseconds: the browser may not report it if a menu or another window takes it. */
const MAX_PRESS_MS = 1500;
const POLL_MS = 20;

/** Resolves when no pointer is pressed within an element. An element that is replaced while it is pressed gets no click. */
export async function waitForPointerUp(element: Element): Promise<void> {
  for (let waited = 0; element.matches(':active') && waited < MAX_PRESS_MS; waited += POLL_MS) await delay(POLL_MS);
}
