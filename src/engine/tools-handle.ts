import { once } from './base/once.ts';
import type { OpenTextTools } from './embed/text-tools.ts';
import type { FoundModel } from './models/catalogue.ts';
import type { Store } from './store/types.ts';

/** What reads texts, opened when it is first asked for; a failure is tried again. Weighed as the index's vectors are. */
export class ToolsHandle {
  readonly #model: FoundModel;
  readonly #store: Pick<Store, 'statics'>;
  #open: OpenTextTools | null = null;

  constructor(model: FoundModel, store: Pick<Store, 'statics'>) {
    this.#model = model;
    this.#store = store;
  }

  readonly get = once(() => this.#load());

  /** Another process may have counted the vault's tokens anew. */
  readonly weighAgain = (): void => {
    void this.#weigh().catch(() => {}); // whoever reads the index next hears of it
  };

  async #load(): Promise<OpenTextTools> {
    // Loaded when it is first needed: to read a note, it is not.
    const { loadTextTools } = await import('./embed/load-text-tools.ts');
    this.#open = await loadTextTools(this.#model);
    await this.#weigh();
    return this.#open;
  }

  async #weigh(): Promise<void> {
    const counts = this.#open && this.#store.statics.counts();
    if (!counts || counts.id === this.#open?.staticBasis()) return;
    const { weighBy } = await import('./embed/static/static-encoder.ts');
    weighBy(this.#open!.setup.static, counts);
  }
}
