import { queryOptions } from '@tanstack/react-query';
import type { EngineClient } from '../../../../contract/client.ts';
import type { NoteText } from '../../../../contract/note.ts';
import { ahead } from '../../../state/ahead.ts';

/** A note to read, under its path. */
export const noteQuery = (engine: EngineClient, path: string) =>
  queryOptions({
    queryKey: ['reader', 'note', path],
    queryFn: ({ signal }) => engine.note({ note: path }, { signal }),
    initialData: () => ahead.known('note', { note: path }) as NoteText | undefined,
    retry: false,
  });

/** A picture, sound or film of the vault. */
export const attachmentQuery = (engine: EngineClient, path: string) =>
  queryOptions({
    queryKey: ['reader', 'attachment', path],
    queryFn: ({ signal }) => engine.attachment({ path }, { signal }),
    retry: false,
    // Films are large: what is out of sight is let go soon.
    gcTime: 20_000,
  });

export const backlinksQuery = (engine: EngineClient, note: string, limit: number) =>
  queryOptions({
    queryKey: ['reader', 'backlinks', note, limit],
    queryFn: ({ signal }) => engine.backlinks({ note, limit }, { signal }),
    retry: false,
  });
