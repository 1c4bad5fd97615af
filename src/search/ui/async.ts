/** Resolves when so many milliseconds have passed. */
export const delay = (milliseconds: number) =>
  milliseconds > 0 ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();

/** Whether a promise is kept within so many milliseconds. */
export const settlesWithin = (promise: Promise<unknown>, milliseconds: number) =>
  Promise.race([promise.then(() => true), delay(milliseconds).then(() => false)]);

/** How many steps are taken before keys and painting get their turn: a few milliseconds of work. */
const CHUNK_STEPS = 24;

/** Runs steps to their end in slices, between which the page stays at the reader’s call. */
export async function runInChunks<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let taken = 1; ; taken++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (taken % CHUNK_STEPS === 0) await yieldToMain();
  }
}

const yieldToMain = () => ('scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : delay(1));
