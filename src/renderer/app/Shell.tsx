import { Group, Panel, Separator } from 'react-resizable-panels';
import { Palette } from '../features/palette/index.ts';
import { StatusBar } from '../features/status/index.ts';
import { useTabCommands } from '../features/tabs/index.ts';
import { useT } from '../i18n/use-t.ts';
import { afterSheets } from '../state/after-sheets.ts';
import { EngineBanner } from './EngineBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LEAST, RAIL } from './fit.ts';
import { focusPane } from './focus-pane.ts';
import { LeftPane } from './LeftPane.tsx';
import { MiddlePane } from './MiddlePane.tsx';
import { RightPane } from './RightPane.tsx';
import styles from './Shell.module.css';
import { useShellCommands } from './use-shell-commands.ts';
import { useSide } from './use-side.ts';
import { useWidth } from './use-width.ts';
import { VaultBanner } from './VaultBanner.tsx';

const toNote = () => afterSheets(() => focusPane('note'));

/** The vault to the left, the note in the middle, what goes with it to the right, how things stand below. */
export function Shell() {
  const t = useT();
  const { rem, narrow } = useWidth();
  const left = useSide('left', rem, narrow.left);
  const right = useSide('right', rem, narrow.right);
  useTabCommands();
  useShellCommands(left.toggle, right.toggle);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#note">
        {t('app.skip')}
      </a>
      <Group
        className={styles.panes}
        orientation="horizontal"
        onLayoutChanged={(_, { isUserInteraction }) => {
          if (!isUserInteraction) return;
          left.keep();
          right.keep();
        }}
      >
        <Panel
          id="left"
          panelRef={left.ref}
          className={styles.pane!}
          style={{ overflow: 'visible' }}
          defaultSize={left.size}
          minSize={LEAST.left * rem}
          maxSize="45%"
          collapsible
          collapsedSize={RAIL * rem}
          groupResizeBehavior="preserve-pixel-size"
        >
          <ErrorBoundary>
            <LeftPane open={left.open} over={left.over} onToggle={left.toggle} onLeave={left.leave} />
          </ErrorBoundary>
        </Panel>
        <Separator className={styles.separator} title={t('app.resizeLeft')} disabled={narrow.left} />
        <Panel id="middle" className={styles.pane!} minSize={LEAST.note * rem}>
          <ErrorBoundary>
            <MiddlePane />
          </ErrorBoundary>
        </Panel>
        <Separator className={styles.separator} title={t('app.resizeRight')} disabled={narrow.right} />
        <Panel
          id="right"
          panelRef={right.ref}
          className={styles.pane!}
          style={{ overflow: 'visible' }}
          defaultSize={right.size}
          minSize={LEAST.right * rem}
          maxSize="50%"
          collapsible
          collapsedSize={RAIL * rem}
          groupResizeBehavior="preserve-pixel-size"
        >
          <ErrorBoundary>
            <RightPane open={right.open} over={right.over} onToggle={right.toggle} onLeave={right.leave} />
          </ErrorBoundary>
        </Panel>
      </Group>
      <EngineBanner />
      <VaultBanner />
      <StatusBar />
      <Palette onOpen={toNote} />
    </div>
  );
}
