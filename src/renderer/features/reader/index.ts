// The least of it, until it is built: replace this file.
export const Reader = () => null;
export const OutlinePanel = () => null;
export const BacklinksPanel = () => null;
