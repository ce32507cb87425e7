import { useContext } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { resolvePath } from '../../note/address.ts';
import { readSubpath } from '../../note/places.ts';
import styles from '../note.module.css';
import { EmbeddedNoteContext, useNoteContext } from '../note-context.ts';
import { Attachment, PICTURE } from './Attachment.tsx';

interface Props {
  readonly 'data-target': string;
  readonly 'data-from'?: string | number;
  readonly 'data-markdown'?: string | boolean;
  readonly 'data-alt'?: string;
  readonly 'data-width'?: string;
  readonly 'data-height'?: string;
}

/** A note, a part of one, or a file of the vault, shown where it is embedded. */
export function Embed({
  'data-target': target,
  'data-from': from,
  'data-markdown': markdown,
  'data-alt': alt,
  'data-width': width,
  'data-height': height,
}: Props) {
  const t = useT();
  const { linkAt, path } = useNoteContext();
  const EmbeddedNote = useContext(EmbeddedNoteContext);
  const link = linkAt(from === undefined ? null : Number(from), target);
  const size = { width: width ? Number(width) : undefined, height: height ? Number(height) : undefined };
  const own = target.trim().startsWith('#') ? path : null;
  const note = link?.to?.path ?? own;
  if (note) return <EmbeddedNote path={note} title={link?.to?.title ?? note} subpath={readSubpath(target)} />;
  // HTML's images are no links of the engine's: they are looked for where they say.
  const file = link?.attachment ?? (PICTURE.test(target) ? resolvePath(path, target) : null);
  if (file) return <Attachment path={file} alt={alt} {...size} />;
  const missing = markdown ? t('reader.missingFile', { name: target }) : t('reader.embedMissing', { target });
  return <span className={styles.missing}>{missing}</span>;
}
