/** A JSON array from a column. Most lists of a vault are empty, and a vault has many. */
export const jsonList = <T>(json: string): T[] => (json === '[]' ? [] : (JSON.parse(json) as T[]));
