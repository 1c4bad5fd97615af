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

/** Longest wait for the end of a press, in milliseconds: the event is lost if a menu or another window takes it. */
const MAX_PRESS_MS = 1500;

/** Tracks presses of a pointer within an element. An element that is replaced while it is pressed gets no click. */
export class PointerGuard {
  #release: Promise<unknown> | undefined;

  constructor(element: HTMLElement) {
    element.addEventListener('pointerdown', ({ button }) => {
      if (button === 0) this.#release = Promise.race([waitForRelease(), delay(MAX_PRESS_MS)]);
    });
  }

  /** Resolves when no pointer is pressed and the click has been dispatched. */
  async waitForPointerUp() {
    await this.#release;
    this.#release = undefined;
  }
}

async function waitForRelease() {
  const listeners = new AbortController();
  await new Promise((resolve) => {
    for (const event of ['pointerup', 'pointercancel']) addEventListener(event, resolve, { signal: listeners.signal });
  });
  listeners.abort();
  // The click is dispatched in the same task as the end of its press.
  await delay(1);
}
