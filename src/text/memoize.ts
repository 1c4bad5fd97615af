/** Memoizes a function of one object by identity. Results for objects that are not frozen are not cached, because these may change. */
export function memoize<Input extends object, Result>(compute: (input: Input) => Result): (input: Input) => Result {
  const cache = new WeakMap<Input, Result>();
  return (input) => {
    if (!Object.isFrozen(input)) return compute(input);
    if (!cache.has(input)) cache.set(input, compute(input));
    return cache.get(input)!;
  };
}
