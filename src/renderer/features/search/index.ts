// The least of it, until it is built: replace this file.
export const SearchPanel = () => null;
