import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { localDate } from '../../../common/query/days.ts';
import { useNotes } from '../../state/notes.ts';
import { useFacets } from '../passages/vault-names.ts';
import type { Vocabulary } from './completions.ts';

/** What the open vault has to offer to a question, as it is when it is needed. */
export function useVocabulary(): () => Vocabulary {
  const facets = useFacets();
  const { formatDisplayName } = useIntl();
  return useCallback(
    () => ({
      facets,
      notes: useNotes.getState().list ?? [],
      languageName: (code) => formatDisplayName(code, { type: 'language' }) ?? code,
      today: localDate(new Date()),
    }),
    [facets, formatDisplayName],
  );
}
