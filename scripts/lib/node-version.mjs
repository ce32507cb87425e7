// Read by whatever Node is on the PATH, however old: no syntax newer than ES2018 here.

/** The oldest Node that Portolan itself runs on: better-sqlite3 needs its Node-API 10. */
export const NEEDED = '22.14';

/** The oldest Node that can fetch the newer one which Portolan brings along. */
export const NEEDED_TO_INSTALL = '18.0';

/** Exit code of everything that fails because a runtime is missing: EXIT.runtime in src/cli/exit-codes.ts. */
export const EXIT_RUNTIME = 5;

/** True when version `a` ('v20.11.1') is `b` ('22.14') or newer. */
export function atLeast(a, b) {
  const numbers = (version) => version.replace(/^v/, '').split('.').map(Number);
  const [found, wanted] = [numbers(a), numbers(b)];
  for (let i = 0; i < wanted.length; i++) {
    if ((found[i] || 0) !== wanted[i]) return (found[i] || 0) > wanted[i];
  }
  return true;
}

/** What to say where Node is too old, in the two lines of every Portolan error. */
export function tooOld(found, needed, todo) {
  return [
    `portolan: Node ${found.replace(/^v/, '')} is too old: Portolan needs ${needed} or newer.  NODE_TOO_OLD`,
    `          ${todo}`,
  ].join('\n');
}
