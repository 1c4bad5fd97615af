import { createElement } from '../components/client/create-element.ts';
import { publishedFiles, type ExportedPage, type PublishedFormat } from './published-records.ts';

/**
 * Renders buttons that download pages with their citations, and one that adds those that are statements to the notebook.
 *
 * @param base base path of the site, with a slash at its end
 * @param fail shows a message
 */
export function renderExportButtons(pages: readonly ExportedPage[], base: string, fail: (text: string) => void): HTMLElement[] {
  const createButton = (text: string, onClick: () => void) => {
    const button = createElement('button', { type: 'button' }, text);
    button.addEventListener('click', onClick);
    return button;
  };
  const download = async (format: PublishedFormat) => {
    const { downloadRecords } = await import('./download.ts');
    await downloadRecords('search-results', format, pages, base);
  };
  const downloads = (Object.keys(publishedFiles) as PublishedFormat[]).map((format) =>
    createButton(publishedFiles[format].label, () => {
      download(format).catch(() => fail('The citations could not be loaded. Check your connection, and try again.'));
    }),
  );
  const ids = pages.flatMap(({ path }) => /^\/entries\/([\w-]+)\/(s\d+)\/$/.exec(path)?.slice(1).join('.') ?? []);
  const label = `Add ${ids.length === 1 ? 'the statement' : `${ids.length} statements`} to notebook`;
  const add = createButton(label, () => document.dispatchEvent(new CustomEvent('notebook-add', { detail: ids })));
  return pages.length === 0 ? [] : [createElement('span', {}, 'Download these results:'), ...downloads, ...(ids.length > 0 ? [add] : [])];
}
