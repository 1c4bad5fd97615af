/**
 * A function of a thing that keeps what it gave, for as long as the thing is there. Only of what is frozen: anything else may have changed.
 */
export function memoize<Thing extends object, Result>(of: (thing: Thing) => Result): (thing: Thing) => Result {
  const kept = new WeakMap<Thing, Result>();
  return (thing) => {
    if (!Object.isFrozen(thing)) return of(thing);
    if (!kept.has(thing)) kept.set(thing, of(thing));
    return kept.get(thing)!;
  };
}
