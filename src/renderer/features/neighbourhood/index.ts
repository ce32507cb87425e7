import { lazy } from 'react';

/** Loaded when it is first looked at. */
export const NearbyPanel = lazy(() => import('./NearbyPanel.tsx'));
