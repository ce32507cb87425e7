import path from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder of settings, recent vaults and what the window remembers: PORTOLAN_CONFIG_DIR, else the platform's own
 * place for such things.
 */
export function configDir(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env.PORTOLAN_CONFIG_DIR || envPaths('portolan', { suffix: '' }).config);
}
