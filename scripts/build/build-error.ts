/** What stopped a build, in words for who runs it: what is wrong and how to mend it. Empty where that has been said. */
export class BuildError extends Error {}
