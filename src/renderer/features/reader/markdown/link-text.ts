/** What a link without an alias reads as: `Folder/Note > Heading`, as in Obsidian. */
export function linkText(target: string): string {
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).trim();
  const name = path.replace(/\.(?:md|markdown|mdx)$/i, '');
  const rest =
    hash < 0
      ? []
      : target
          .slice(hash + 1)
          .split('#')
          .map((part) => part.trim());
  return [name, ...rest].filter(Boolean).join(' > ');
}
