import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { systemCode } from '../../common/errors.ts';
import { ProgramSchema } from '../../contract/status.ts';

/**
 * Who writes an index, in words beside its lock. The lock alone says whether anybody does; this says who, as well as
 * can be known: a process that was killed leaves its words behind, and another may have its number by now.
 */
const HolderSchema = z.object({
  pid: z.number().int().positive(),
  program: ProgramSchema,
  /** ISO time. */
  since: z.string(),
});
export type Holder = z.infer<typeof HolderSchema>;

const fileOf = (index: string): string => `${index}.writer.json`;

/** Says that this process writes the index `file`. It is a courtesy: where it cannot be said, nothing is lost. */
export function announceHolder(file: string, program: Holder['program']): void {
  const holder: Holder = { pid: process.pid, program, since: new Date().toISOString() };
  try {
    writeFileSync(fileOf(file), JSON.stringify(holder), { mode: 0o600 });
  } catch {
    // The lock holds without words.
  }
}

/** Takes those words back. */
export function withdrawHolder(file: string): void {
  try {
    if (readHolder(file)?.pid === process.pid) rmSync(fileOf(file), { force: true });
  } catch {
    // What is left behind names a process that has ended, and is read so.
  }
}

/** Who said that they write the index `file`, where their process still runs; else null. */
export function readHolder(file: string): Holder | null {
  try {
    const { data } = HolderSchema.safeParse(JSON.parse(readFileSync(fileOf(file), 'utf8')));
    return data && runs(data.pid) ? data : null;
  } catch {
    return null;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be asked, but it is there.
    return systemCode(error) === 'EPERM';
  }
}
