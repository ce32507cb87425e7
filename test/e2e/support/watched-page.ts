import type { BrowserContext, Page } from 'playwright-core';

export interface Watch {
  /** Addresses that the page asked for, outside itself: neither its own host nor what lies in it. */
  readonly outside: () => readonly string[];
  /** What went wrong in the page: uncaught errors, and what the console calls one. */
  readonly errors: () => readonly string[];
}

/** Notes down whatever a context's pages ask for and complain about, from its first page on. */
export function watchContext(context: BrowserContext, own: () => string): Watch {
  const asked: string[] = [];
  const errors: string[] = [];
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => asked.push(socket.url()));
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`.trim());
    });
  };
  context.on('request', (request) => asked.push(request.url()));
  context.on('page', watchPage);
  for (const page of context.pages()) watchPage(page);
  return {
    outside: () => asked.filter((url) => !/^(blob|data|about|devtools):/.test(url) && !isOwn(url, own())),
    errors: () => errors,
  };
}

const isOwn = (url: string, own: string): boolean =>
  url.replace(/^ws/, 'http').startsWith(own) || url.startsWith('portolan-app://app/');
