import { delay } from './async.ts';

/** How long a press is waited for, in milliseconds: a menu or another window may take its end. */
const MAX_PRESS_MS = 1500;

/** Presses of the mouse, a finger or a pen within an element. What is replaced while it is pressed gets no click. */
export class PointerGuard {
  #end: Promise<unknown> | undefined;

  constructor(element: HTMLElement) {
    element.addEventListener('pointerdown', ({ button }) => {
      if (button === 0) this.#end = Promise.race([released(), delay(MAX_PRESS_MS)]);
    });
  }

  /** Resolves when nothing is pressed any more, and the click that a press makes has come. */
  async waitForPointerUp() {
    await this.#end;
    this.#end = undefined;
  }
}

/** The click comes in the same task as the end of its press. */
const released = () =>
  new Promise<void>((resolve) => {
    const end = () => {
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      setTimeout(resolve);
    };
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  });
