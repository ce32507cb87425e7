import { useEngine } from '../../app/context.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { announce } from '../../state/announce.ts';

/** Says something of a region to the engine, which tells the chart; what goes wrong is announced. */
export function useRegionChange() {
  const engine = useEngine();
  const errorText = useErrorText();
  return (change: Parameters<typeof engine.changeRegion>[0]) =>
    void engine.changeRegion(change).catch((error) => announce(errorText(error).what));
}
