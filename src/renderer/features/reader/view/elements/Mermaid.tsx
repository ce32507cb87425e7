import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { draw } from '../../mermaid/draw.ts';
import { useTheme } from '../../mermaid/use-theme.ts';
import styles from '../note.module.css';

interface Props {
  readonly 'data-code': string;
  readonly 'data-start'?: string;
  readonly 'data-end'?: string;
  readonly 'data-block'?: string;
}

type Drawn = { readonly url: string; readonly width: number } | { readonly error: string } | null;

/** A diagram: drawn apart from the page once it comes into view, and shown as the picture of it. */
export function Mermaid({ 'data-code': code, ...places }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  const theme = useTheme();
  const [drawn, setDrawn] = useState<Drawn>(null);
  useEffect(() => {
    if (!seen) return;
    const ended = new AbortController();
    let url: string | null = null;
    draw(code, theme).then(
      ({ svg, width }) => {
        if (ended.signal.aborted) return;
        url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setDrawn({ url, width });
      },
      (error: Error) => !ended.signal.aborted && setDrawn({ error: error.message }),
    );
    return () => {
      ended.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [seen, code, theme]);
  return (
    <div {...places} ref={box} className={styles.diagram}>
      {drawn && 'url' in drawn ? (
        <img src={drawn.url} alt={`${t('reader.diagram')}: ${code}`} width={drawn.width || undefined} />
      ) : (
        <>
          <p className={styles.reason} role={drawn ? undefined : 'status'}>
            {drawn ? t('reader.diagramError', { reason: drawn.error }) : t('reader.diagramDrawing')}
          </p>
          <pre>{code}</pre>
        </>
      )}
    </div>
  );
}

function useSeen(box: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !box.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [seen, box]);
  return seen;
}
