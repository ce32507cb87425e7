#!/usr/bin/env node
// npm test -- [vitest options]
// Installs what is missing, then runs all tests and ends with the line “N passed, N failed”. Read by whatever Node is
// on the PATH, however old: only old syntax here, and nothing imported before the version is known.

if (Number(process.versions.node.split('.')[0]) < 14) {
  console.error(
    `portolan: Node ${process.versions.node} is too old: Portolan needs 22.14 or newer.  NODE_TOO_OLD`,
  );
  console.error('          Install a newer Node: https://nodejs.org');
  process.exitCode = 5;
} else {
  import('./lib/test.mjs').then(({ test }) => test(process.argv.slice(2)));
}
