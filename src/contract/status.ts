import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { GPUS } from './engine-options.ts';
import { ErrorCodeSchema, ErrorParamsSchema, errorMap } from './errors.ts';

export const PhaseSchema = z.enum(['idle', 'scanning', 'reading', 'embedding', 'paused', 'stopped']);

export const ProgressSchema = z.object({
  phase: PhaseSchema,
  /** Notes of the current run: all, finished (whatever the outcome), and those of them that failed. */
  notes: z.object({ total: z.number(), done: z.number(), failed: z.number() }),
  /** Passages that need a vector in this run, those embedded so far, and those whose vector the index already had. */
  passages: z.object({ total: z.number(), embedded: z.number(), reused: z.number() }),
  /** Notes per second while reading, passages per second while embedding; null before there is a measure. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  current: z.string().nullable(),
});
export type Progress = z.infer<typeof ProgressSchema>;

/** What a person sees of a Portolan: its window, its page in a browser, or a command in a terminal. */
export const ProgramSchema = z.enum(['window', 'tab', 'terminal']);

/** What became of the graphics card. */
export const GpuStateSchema = z.object({
  /** `off`: not wanted; `none`: nothing to try on this machine; the last three are why the processor goes on. */
  is: z.enum(['off', 'none', 'trying', 'used', 'slower', 'different', 'failed']),
  /** Which way to it this is about. */
  provider: z.enum(GPUS).nullable(),
  /** What ONNX Runtime said, where it failed. */
  reason: z.string().nullable(),
});
export type GpuState = z.infer<typeof GpuStateSchema>;

export const StatusSchema = z.object({
  vault: z.string(),
  database: z.string(),
  /** What the index takes on the disk; null where that cannot be seen. */
  bytes: z.number().nullable(),
  model: z.object({
    id: z.string(),
    name: z.string(),
    precision: z.enum(['full', 'fast']),
    /** Set when the English fallback runs because the default model is missing. */
    fallback: z.boolean(),
    /** What runs it now. */
    provider: z.string(),
    gpu: GpuStateSchema,
    threads: z.number().int(),
  }),
  /** Languages of the notes, the commonest first; 'und' where it is not known. */
  languages: z.array(z.object({ language: z.string(), notes: z.number() })),
  /** False when another process is indexing this vault. */
  writer: z.boolean(),
  /** Who is, where it says so and still runs; null for a writer. */
  otherWriter: z
    .object({
      pid: z.number().int(),
      program: ProgramSchema,
      /** ISO time. */
      since: z.string(),
    })
    .nullable(),
  counts: z.object({
    notes: z.number(),
    chunks: z.number(),
    vectors: z.number(),
    links: z.number(),
    unresolvedLinks: z.number(),
    indexed: z.number(),
    waiting: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
  progress: ProgressSchema,
  /** What happened to the engine itself that a person should know: a damaged index set aside, watching by polling. */
  notices: z.array(
    z.object({ code: ErrorCodeSchema, params: ErrorParamsSchema, what: z.string(), todo: z.string() }),
  ),
});
export type Status = z.infer<typeof StatusSchema>;

export const LedgerEntrySchema = z.object({
  path: z.string(),
  /** 'waiting': found by its words already, but not all of its passages have vectors yet. */
  outcome: z.enum(['indexed', 'waiting', 'skipped', 'failed']),
  /** Why it was skipped or failed, or what was odd about an indexed note; null when there is nothing to say. */
  code: ErrorCodeSchema.nullable(),
  /** What the code's sentences are filled with. */
  params: ErrorParamsSchema,
  /** The same in English, filled in. */
  what: z.string(),
  todo: z.string(),
  /** Survivable oddities: 'invalid-utf8', 'frontmatter-broken'… */
  oddities: z.array(z.string()),
  /** ISO time. */
  at: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntrySchema>;

export const LedgerInputSchema = z.object({
  outcome: z.enum(['indexed', 'waiting', 'skipped', 'failed']).optional(),
  /** Only entries with something to say: skipped, failed, or odd. */
  notable: z.boolean().default(false),
});

export const IndexResultSchema = z.object({
  indexed: z.number(),
  unchanged: z.number(),
  renamed: z.number(),
  removed: z.number(),
  skipped: z.number(),
  failed: z.number(),
  embedded: z.number(),
  reused: z.number(),
  seconds: z.number(),
});
export type IndexResult = z.infer<typeof IndexResultSchema>;

export const status = oc.errors(errorMap).output(StatusSchema);
export const ledger = oc.errors(errorMap).input(LedgerInputSchema).output(z.array(LedgerEntrySchema));
/** Brings the index up to date with the disk; resolves when nothing is left to do. */
export const index = oc.errors(errorMap).output(IndexResultSchema);
/** The progress now and at every change, for as long as the caller listens. */
export const progress = oc.errors(errorMap).output(eventIterator(ProgressSchema));
export const RetryInputSchema = z.object({ paths: z.array(z.string().max(4096)).max(10_000).optional() });
/** Reads these notes again as if they had changed; all that were skipped or failed when none is named. */
export const retry = oc.errors(errorMap).input(RetryInputSchema).output(z.void());
export const pause = oc.errors(errorMap).output(z.void());
export const resume = oc.errors(errorMap).output(z.void());
