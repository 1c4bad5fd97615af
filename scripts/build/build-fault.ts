/** What stopped a build, in words for who runs it: what is wrong and how to mend it. */
export class BuildFault extends Error {}
