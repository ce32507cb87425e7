import { useIntl } from 'react-intl';
import { ERRORS, type ErrorCode, type ErrorParams } from '../../common/error-codes.ts';
import { toPortolanError } from '../../common/errors.ts';
import { type ErrorText, errorText } from './error-text.ts';

interface Coded {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** The sentences of an error in the person's language, from whatever was thrown or from its code and parameters. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { locale, formatNumber } = useIntl();
  const spanish = locale.startsWith('es');
  return (error) =>
    errorText(isCoded(error) ? error : toPortolanError(error), spanish, (v) => formatNumber(v));
}

const isCoded = (error: unknown): error is Coded =>
  typeof error === 'object' && error !== null && 'code' in error && 'params' in error && isTable(error.code);

const isTable = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);
