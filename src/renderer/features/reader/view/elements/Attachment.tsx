import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useEngine } from '../../../../app/context.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { cx } from '../../../../ui/cx.ts';
import { attachmentQuery } from '../../note/queries.ts';
import styles from '../note.module.css';

interface Props {
  /** Relative to the vault. */
  readonly path: string;
  readonly alt?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

const SOUND = /\.(?:mp3|wav|m4a|ogg|oga|opus|flac|aac|3gp|weba)$/i;
const FILM = /\.(?:mp4|webm|ogv|mov|mkv|m4v)$/i;
export const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|apng)$/i;

/** A file of the vault shown in a note: a picture, a sound, a film; any other is named. */
export function Attachment({ path, alt, width, height }: Props) {
  if (PICTURE.test(path) || SOUND.test(path) || FILM.test(path))
    return <Media path={path} alt={alt} width={width} height={height} />;
  return <NamedFile path={path} />;
}

function NamedFile({ path }: { readonly path: string }) {
  const t = useT();
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <span className={styles.chip} title={t('reader.file', { name })}>
      <FileText size={15} aria-hidden /> {name}
    </span>
  );
}

function Media({ path, alt, width, height }: Props) {
  const t = useT();
  const engine = useEngine();
  const { data, isError } = useQuery(attachmentQuery(engine, path));
  const url = useObjectUrl(data);
  const [failed, setFailed] = useState(false);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isError) return <span className={styles.missing}>{t('reader.missingFile', { name })}</span>;
  if (failed) return <span className={styles.missing}>{t('reader.imageFailed', { name })}</span>;
  const size = { ...(width && { width }), ...(height && { height }) };
  if (!url)
    return <span className={styles.loading} role="img" aria-label={t('reader.loadingFile', { name })} />;
  // biome-ignore lint/a11y/useMediaCaption: sounds and films of a vault come without captions
  if (SOUND.test(path)) return <audio controls src={url} aria-label={alt || name} className={styles.sound} />;
  if (FILM.test(path))
    return <video controls src={url} aria-label={alt || name} className={styles.image} {...size} />;
  return (
    <img
      className={cx(styles.image, /\.svg$/i.test(path) && styles.drawing)}
      src={url}
      alt={alt || name}
      {...size}
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

/** An address for bytes in memory, for as long as they are shown. */
function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return setUrl(null);
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
