'use strict';
// Stops a command on a Node.js that cannot run TypeScript. npm scripts load this file first; it must parse in every version of Node.js.
if (!process.features.typescript) {
  console.error(
    'Node.js ' +
      process.versions.node +
      ' is too old: this project needs 22.18 or later.\n' +
      '    → install a newer Node.js, or run npm ci without --omit=optional: on Linux and Windows it installs one for the project',
  );
  process.exit(1);
}
