import type { GeoContext } from 'd3-geo';

/** Writes what is drawn on it as SVG path data, in whole steps of a grid and each from the point before: short, and it packs well. */
export class SvgPathBuilder implements GeoContext {
  readonly #grid: number;
  #text = '';
  /** Where the pen stood after the last piece of `#text`. */
  #pen: Step = [0, 0];
  #start: Step = [0, 0];
  #end: Step = [0, 0];
  #line: Step[] = [];

  /** @param grid steps to a unit */
  constructor(grid: number) {
    this.#grid = grid;
  }

  /** The path so far; its units are steps of the grid. */
  get text(): string {
    this.#write(1, '');
    return this.#text;
  }

  beginPath() {}

  arc() {}

  moveTo(x: number, y: number) {
    this.#write(1, '');
    this.#start = this.#end = this.#snap(x, y);
  }

  lineTo(x: number, y: number) {
    const next = this.#snap(x, y);
    const step: Step = [next[0] - this.#end[0], next[1] - this.#end[1]];
    if (step[0] === 0 && step[1] === 0) return;
    this.#line.push(step);
    this.#end = next;
  }

  /** A ring of fewer than three steps has no area on the grid and is left out. */
  closePath() {
    this.#end = this.#start;
    this.#write(3, 'z');
  }

  #write(least: number, close: '' | 'z') {
    if (this.#line.length >= least) {
      const move: Step = [this.#start[0] - this.#pen[0], this.#start[1] - this.#pen[1]];
      this.#text += `m${numbers([move])}l${numbers(this.#line)}${close}`;
      this.#pen = this.#end;
    }
    this.#line = [];
  }

  #snap(x: number, y: number): Step {
    return [Math.round(x * this.#grid), Math.round(y * this.#grid)];
  }
}

type Step = [x: number, y: number];

/** `3-4 5 6`: a minus parts numbers as well as a space does. */
const numbers = (steps: readonly Step[]) => steps.flat().join(' ').replaceAll(' -', '-');
