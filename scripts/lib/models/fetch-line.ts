import type { Progress } from '../../../src/engine/models/fetch/progress.ts';

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

/** A line of progress: redrawn on a terminal, elsewhere printed anew at every tenth. */
export function fetchLine(out: NodeJS.WriteStream = process.stdout): { show: Progress; end(): void } {
  const began = performance.now();
  let shown = -1;
  let open = false;
  return {
    show(done, total) {
      const share = total ? done / total : 0;
      const step = out.isTTY ? performance.now() : Math.floor(share * 10);
      if (out.isTTY ? step - shown < 100 && share < 1 : step === shown || !total) return;
      shown = step;
      const rate = done / 1000 / Math.max(1, performance.now() - began);
      const text = `  ${mb(done)}${total ? ` of ${mb(total)}` : ''} MB, ${rate.toFixed(1)} MB/s`;
      out.write(out.isTTY ? `\r${text}  ` : `${text}\n`);
      open = true;
    },
    end() {
      if (open && out.isTTY) out.write('\n');
      open = false;
    },
  };
}
