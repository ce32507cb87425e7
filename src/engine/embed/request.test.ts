import { expect, it } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import { Request } from './request.ts';

it('resolves in the order of the texts, whatever the order of the vectors', async () => {
  const request = new Request(3, false);
  request.set(2, Float32Array.of(2));
  request.set(0, Float32Array.of(0));
  expect(request.settled).toBe(false);
  request.set(1, null);
  expect(await request.promise).toEqual([Float32Array.of(0), null, Float32Array.of(2)]);
});

it('resolves at once when there are no texts', async () => {
  expect(await new Request(0, true).promise).toEqual([]);
});

it('settles once: what comes after a failure is dropped', async () => {
  const request = new Request(1, false);
  request.fail(new PortolanError('CANCELLED'));
  request.set(0, Float32Array.of(1));
  request.fail(new PortolanError('INTERNAL'));
  await expect(request.promise).rejects.toMatchObject({ code: 'CANCELLED' });
});
