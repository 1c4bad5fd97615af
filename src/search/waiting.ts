/** Resolves when so many milliseconds have passed. */
export const passed = (milliseconds: number) =>
  milliseconds > 0 ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();

/** Whether a promise is kept within so many milliseconds. */
export const isSoon = (promise: Promise<unknown>, milliseconds: number) =>
  Promise.race([promise.then(() => true), passed(milliseconds).then(() => false)]);

/** How long work goes on before keys and painting get their turn, in milliseconds. */
const SLICE = 8;

/** Runs steps to their end in slices, between which the page stays at the reader’s call. */
export async function inSlices<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await turn();
  }
}

const turn = () => ('scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : passed(1));
