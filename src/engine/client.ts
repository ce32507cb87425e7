import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../contract/client.ts';
import { fromWire } from '../contract/error-codec.ts';
import type { EngineRouter } from './router.ts';

/** The contract without a transport: calls go straight to the handlers, errors come back as PortolanErrors. */
export function createInProcessClient(router: EngineRouter): EngineClient {
  return createRouterClient(router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          throw fromWire(error);
        }
      },
    ],
  });
}
