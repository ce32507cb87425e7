#!/usr/bin/env node
// The command `portolan`: runs src/cli/main.ts with a Node that can. Read by whatever Node is on the PATH, however
// old: only old syntax here, and nothing imported before the version is known.

if (Number(process.versions.node.split('.')[0]) < 14) {
  console.error(
    `portolan: Node ${process.versions.node} is too old: Portolan needs 22.14 or newer.  NODE_TOO_OLD`,
  );
  console.error('          Run it with “npm start”, or install a newer Node.');
  process.exitCode = 5;
} else {
  import('../scripts/lib/launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
