import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, cutShort, type FileServer, fileServer, files } from '../fixtures/file-server.ts';
import { sha256 } from './checksum.ts';
import { type DownloadOptions, download } from './download.ts';

const body = randomBytes(300_000);
const QUICK = { pause: 1, sha256: sha256(body) };

let folder = '';
let target = '';
let server: FileServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-download-'));
  target = join(folder, 'model.bin');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function get(answers: Answer[], options: DownloadOptions = QUICK): Promise<FileServer> {
  server = await fileServer(...answers);
  await download(`${server.url}/model.bin`, target, options);
  return server;
}

const served = files({ '/model.bin': body });
const arrived = () => readFileSync(target).equals(body);

describe('a download', () => {
  it('arrives whole and tells its progress', async () => {
    const seen: [number, number | undefined][] = [];
    await get([served], { ...QUICK, progress: (done, total) => seen.push([done, total]) });
    expect(arrived()).toBe(true);
    expect(seen.at(-1)).toEqual([body.length, body.length]);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('goes on where the connection broke', async () => {
    const { answer, hangUp } = cutShort(body, 100_000);
    const { requests } = await get([answer, served], { ...QUICK, progress: hangUp });
    expect(arrived()).toBe(true);
    expect(requests).toHaveLength(2);
    const from = Number(/^bytes=(\d+)-$/.exec(requests[1]!.range ?? '')?.[1]);
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThanOrEqual(100_000);
  });

  it('goes on where an earlier run stopped', async () => {
    writeFileSync(`${target}.part`, body.subarray(0, 1234));
    const { requests } = await get([served]);
    expect(arrived()).toBe(true);
    expect(requests[0]!.range).toBe('bytes=1234-');
  });

  it('is complete when all of it had arrived before', async () => {
    writeFileSync(`${target}.part`, body);
    await get([served]);
    expect(arrived()).toBe(true);
  });

  it('starts over where the server knows no ranges', async () => {
    writeFileSync(`${target}.part`, randomBytes(500));
    const whole: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': body.length }).end(body);
      return true;
    };
    await get([whole]);
    expect(arrived()).toBe(true);
  });

  it('starts over when what it has is longer than the file', async () => {
    writeFileSync(`${target}.part`, randomBytes(body.length + 5));
    await get([served]);
    expect(arrived()).toBe(true);
  });

  it('tries again when the server is busy', async () => {
    let times = 0;
    const busy: Answer = (_, response) => {
      if (++times > 2) return false;
      response.writeHead(503).end();
      return true;
    };
    const { requests } = await get([busy, served]);
    expect(arrived()).toBe(true);
    expect(requests).toHaveLength(3);
  });

  it('tries again when nothing comes any more', async () => {
    let hung = false;
    const hang: Answer = (_, response) => {
      if (hung) return false;
      hung = true;
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 10_000));
      return true;
    };
    await get([hang, served], { ...QUICK, patience: 150 });
    expect(arrived()).toBe(true);
  });
});

describe('a download that fails', () => {
  it('says what the server said, and does not ask again for what is not there', async () => {
    await expect(get([])).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('404'),
    });
    expect(server!.requests).toHaveLength(1);
    expect(existsSync(target)).toBe(false);
  });

  it('gives up after its attempts', async () => {
    const broken: Answer = (_, response) => {
      response.writeHead(500).end();
      return true;
    };
    await expect(get([broken], { ...QUICK, attempts: 3 })).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    expect(server!.requests).toHaveLength(3);
  });

  it('names the reason when nobody listens', async () => {
    const gone = await fileServer();
    await gone.close();
    const failing = download(`${gone.url}/model.bin`, target, { ...QUICK, attempts: 2 });
    await expect(failing).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('throws away what has a wrong checksum', async () => {
    const other = { ...QUICK, sha256: sha256(randomBytes(8)) };
    await expect(get([served], other)).rejects.toMatchObject({ code: 'DOWNLOAD_DAMAGED' });
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('stops when asked to and keeps what has come', async () => {
    const stop = new AbortController();
    const slow: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 50_000));
      return true;
    };
    const options = { ...QUICK, signal: stop.signal, progress: () => stop.abort() };
    await expect(get([slow], options)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.part`)).toBe(true);
  });
});
