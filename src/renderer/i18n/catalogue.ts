import * as app from '../app/messages.ts';
import * as chart from '../features/chart/messages.ts';
import * as nearby from '../features/neighbourhood/messages.ts';
import * as palette from '../features/palette/messages.ts';
import * as problems from '../features/problems/messages.ts';
import * as reader from '../features/reader/messages.ts';
import * as related from '../features/related/messages.ts';
import * as search from '../features/search/messages.ts';
import * as settings from '../features/settings/messages.ts';
import * as status from '../features/status/messages.ts';
import * as tabs from '../features/tabs/messages.ts';
import * as tree from '../features/tree/messages.ts';
import * as welcome from '../features/welcome/messages.ts';

const en = {
  ...app.en,
  ...chart.en,
  ...nearby.en,
  ...palette.en,
  ...problems.en,
  ...reader.en,
  ...related.en,
  ...search.en,
  ...settings.en,
  ...status.en,
  ...tabs.en,
  ...tree.en,
  ...welcome.en,
} as const;

export type MessageId = keyof typeof en;

const es: Record<MessageId, string> = {
  ...app.es,
  ...chart.es,
  ...nearby.es,
  ...palette.es,
  ...problems.es,
  ...reader.es,
  ...related.es,
  ...search.es,
  ...settings.es,
  ...status.es,
  ...tabs.es,
  ...tree.es,
  ...welcome.es,
};

export type Locale = 'en' | 'es';
export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = { en, es };
