// Markdown to the plain lines the saved-text reader expects: marks off, headings and words kept.

/** Text of a Markdown file; a front matter's "key: value" lines stay on top as such lines. */
export function plainFromMarkdown(text: string): string {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  let inCode = false;
  const matter =
    lines[0]?.trim() === "---" ? lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  const plain = lines.map((line, i) => {
    if (i <= matter) return /^\w+ ?: ?/.test(line) ? line.replace(/: ?["'](.*)["']\s*$/, ": $1") : "";
    if (/^\s*(?:```|~~~)/.test(line)) {
      inCode = !inCode;
      return "";
    }
    return inCode ? "" : plainLine(line);
  });
  return plain.join("\n");
}

function plainLine(line: string): string {
  if (line.length > 20_000) return line;
  return line
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)+/, "")
    .replace(/^\s*(?:[-*_]\s*){3,}$/, "")
    .replace(/!\[[^\]]{0,500}\]\([^)\s]{0,2000}[^)]{0,300}\)/g, "")
    .replace(/\[([^\]]{0,1000})\]\([^)\s]{0,2000}[^)]{0,300}\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])[*_](?=\S)([^*_]{1,2000}?\S)[*_](?![\p{L}\p{N}*_])/gu, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, "$1");
}
