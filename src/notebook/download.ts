import { createElement } from '../components/client/create-element.ts';
import { publishedFiles, selectRecords, type ExportedPage, type PublishedFormat } from './published-records.ts';

/**
 * Offers the citations or the rows of pages to the reader as a file.
 *
 * @param base base path of the site, with a slash at its end
 * @throws {Error} if the published file cannot be loaded
 */
export async function downloadRecords(name: string, format: PublishedFormat, pages: readonly ExportedPage[], base: string): Promise<void> {
  const { file, type } = publishedFiles[format];
  const response = await fetch(base + file);
  if (!response.ok) throw new Error(`"${file}" returned ${response.status}`);
  download(`${name}.${format}`, type, selectRecords(format, await response.text(), pages));
}

/** Offers a text to the reader as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = createElement('a', { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
