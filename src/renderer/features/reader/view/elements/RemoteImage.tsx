import { ImageDown } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import styles from '../note.module.css';
import { useNoteContext } from '../note-context.ts';

interface Props {
  readonly 'data-url': string;
  readonly 'data-remote'?: string | boolean;
  readonly 'data-alt'?: string;
  readonly 'data-width'?: string;
  readonly 'data-height'?: string;
}

/** An image that is not in the vault. One of another machine is not fetched before the person asks for it. */
export function RemoteImage({
  'data-url': url,
  'data-remote': remote,
  'data-alt': alt = '',
  'data-width': width,
  'data-height': height,
}: Props) {
  const t = useT();
  const context = useNoteContext();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const far = remote === true || remote === 'true' || remote === '';
  const host = far ? hostOf(url) : '';
  if (far && !asked && !context.remote)
    return (
      <span className={styles.placeholder}>
        <span className={styles.placeholderWords}>
          <ImageDown size={16} aria-hidden />
          <span>
            {t('reader.remoteImage', { host })}
            {alt && <em> {alt}</em>}
          </span>
        </span>
        <span className={styles.placeholderActions} title={t('reader.remoteImageHelp')}>
          <Button small onPress={() => setAsked(true)}>
            {t('reader.loadImage')}
          </Button>
          <Button small look="quiet" onPress={context.allowRemote}>
            {t('reader.loadAll')}
          </Button>
        </span>
      </span>
    );
  if (failed) return <span className={styles.missing}>{t('reader.imageFailed', { name: alt || host })}</span>;
  return (
    <img
      className={styles.image}
      src={url}
      alt={alt}
      title={url.startsWith('data:') ? undefined : url}
      {...(width && { width: Number(width) })}
      {...(height && { height: Number(height) })}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url.slice(0, 80);
