/** Resolves when so many milliseconds have passed. */
export const passed = (milliseconds: number) =>
  milliseconds > 0 ? new Promise<void>((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve();

/** Whether a promise is kept within so many milliseconds. */
export const isSoon = (promise: Promise<unknown>, milliseconds: number) =>
  Promise.race([promise.then(() => true), passed(milliseconds).then(() => false)]);

/** How many steps are taken before keys and painting get their turn: a few milliseconds of work. */
const SLICE = 24;

/** Runs steps to their end in slices, between which the page stays at the reader’s call. */
export async function inSlices<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let taken = 1; ; taken++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (taken % SLICE === 0) await turn();
  }
}

const turn = () => ('scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : passed(1));
