#!/usr/bin/env node
// npm start -- [vault] [options]
// Installs what is missing, then opens a vault in a window or a browser’s tab. Read by whatever Node is on the PATH,
// however old: only old syntax here, and nothing imported before the version is known.

if (Number(process.versions.node.split('.')[0]) < 14) {
  console.error(
    `portolan: Node ${process.versions.node} is too old: Portolan needs 22.14 or newer.  NODE_TOO_OLD`,
  );
  console.error('          Install a newer Node: https://nodejs.org');
  process.exitCode = 5;
} else {
  import('./lib/start.mjs').then(({ start }) => start(process.argv.slice(2)));
}
