import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOurs, PAGE_URL } from './address.ts';
import { answer } from './answer.ts';
import { pageFiles } from './page-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-page-'));
  mkdirSync(path.join(folder, 'page/assets'), { recursive: true });
  for (const [name, text] of Object.entries({
    'secret.html': 'secret',
    'page/index.html': '<!doctype html><html><head><title>P</title></head></html>',
    'page/mermaid.html': '<!doctype html><html><head></head></html>',
    'page/assets/a.js': 'export {};',
    'page/assets/a.js.map': '{}',
    'page/.sources': 'x',
  }))
    writeFileSync(path.join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const get = (address: string, method = 'GET') =>
  answer(pageFiles(path.join(folder, 'page')), address, method);

describe('isOurs', () => {
  it('knows the page’s own address from those that look like it', () => {
    expect(isOurs(PAGE_URL)).toBe(true);
    for (const other of [
      'portolan-app://application/',
      'portolan-app://app.example/',
      'https://app/',
      'portolan://app/',
      'about:blank',
    ])
      expect(isOurs(other), other).toBe(false);
  });
});

describe('answer', () => {
  it('serves the page’s files with their types, and never lets them be taken for others', async () => {
    const script = await get('portolan-app://app/assets/a.js?v=1');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await script.text()).toBe('export {};');
  });

  it('serves nothing else', async () => {
    for (const address of [
      'portolan-app://app/secret.html',
      'portolan-app://app/../secret.html',
      'portolan-app://app/%2e%2e/secret.html',
      'portolan-app://app/..%2fsecret.html',
      'portolan-app://app/assets/a.js.map',
      'portolan-app://app/.sources',
      'portolan-app://app/',
      'portolan-app://other/index.html',
    ])
      expect((await get(address)).status, address).toBe(404);
    expect((await get(PAGE_URL, 'POST')).status).toBe(405);
  });

  it('gives every answer a nonce of its own, in page and policy alike', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const page = await get(PAGE_URL);
      const nonce = /<head><meta property="csp-nonce" nonce="([^"]+)">/.exec(await page.text())?.[1] ?? '';
      expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('keeps the frame of diagrams in a sandbox that reaches nothing', async () => {
    const policy = (await get('portolan-app://app/mermaid.html')).headers.get('content-security-policy');
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|allow-same-origin|https?:/);
  });
});
