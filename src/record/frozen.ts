/** Memoizes a function of one object by identity. Results for objects that are not frozen are not cached, because these may change. */
export function memoize<Input extends object, Result>(compute: (input: Input) => Result): (input: Input) => Result {
  const cache = new WeakMap<Input, Result>();
  return (input) => {
    if (!Object.isFrozen(input)) return compute(input);
    if (!cache.has(input)) cache.set(input, compute(input));
    return cache.get(input)!;
  };
}

/** Freezes an object and all objects that can be reached from it. */
export function deepFreeze<Root extends object>(root: Root): Root {
  const queue: object[] = [root];
  for (let each = queue.pop(); each; each = queue.pop()) {
    if (Object.isFrozen(each)) continue;
    Object.freeze(each);
    for (const value of Object.values(each) as unknown[]) if (typeof value === 'object' && value !== null) queue.push(value);
  }
  return root;
}
