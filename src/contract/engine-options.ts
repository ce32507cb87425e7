/** Ways to a graphics card, as ONNX Runtime calls them. */
export const GPUS = ['webgpu', 'dml', 'coreml', 'cuda'] as const;
export type Gpu = (typeof GPUS)[number];

/** `auto`: a graphics card where one is faster and as exact. One that is named is tried alone. */
export type ProviderWish = 'auto' | 'cpu' | Gpu;

/** What a person may choose of an engine; it also travels to a process that runs one. */
export interface EngineOptions {
  /** Folder of the notes. Never written to. */
  readonly vault: string;
  /** Where the index is kept; the platform's app-data folder by default. */
  readonly dataDir?: string;
  readonly modelsDir?: string;
  /** Id of the model; the best one that is installed by default. */
  readonly model?: string;
  /** Never take the index for writing, even if nobody else has it. */
  readonly readOnly?: boolean;
  /** Follow changes on disk for as long as the engine is open. */
  readonly watch?: boolean;
  /** Embed workers; about one per core by default. */
  readonly threads?: number;
  /** What runs the model: the processor by default. */
  readonly provider?: ProviderWish;
  /** What the person sees around the engine, for others who find it at work; a terminal by default. */
  readonly program?: 'window' | 'tab' | 'terminal';
  /** Patterns as in `.gitignore`: files left out beside what Obsidian and `.portolanignore` exclude. */
  readonly exclude?: readonly string[];
}
