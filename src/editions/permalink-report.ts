import {
  collectPermalinks,
  parsePermalinks,
  findBrokenPermalinks,
  newPermalinks,
  serializePermalinks,
  type BuiltSite,
} from './permalinks.ts';
import type { Content } from '../record/content.ts';
import { themePath } from '../paths/paths.ts';
import { editionFolder, type EditionFiles } from './edition-files.ts';

/**
 * What was issued by published editions and does not answer in a build, in words with the two ways out; empty where all answers.
 * An edition in preparation has issued nothing yet.
 */
export function formatBrokenPermalinks(editions: readonly EditionFiles[], site: BuiltSite): string {
  const lines = editions
    .filter(({ data }) => data.status === 'published')
    .flatMap(({ name, addresses }) =>
      findBrokenPermalinks(parsePermalinks(addresses ?? ''), site).map((address) => `  ${address} (edition ${name})`),
    );
  if (lines.length === 0) return '';
  const count =
    lines.length === 1 ? 'One address that was issued no longer answers' : `${lines.length} addresses that were issued no longer answer`;
  return `${count}:
${lines.join('\n')}
    → where it has moved, add a redirect: { from, to, date, edition, reason } under moved in content/retired.yaml
    → where it is withdrawn, add a tombstone: { address, title, said, date, edition, reason } under withdrawn in content/retired.yaml;
      a statement is withdrawn in its ledger: withdrawn: { date, reason }`;
}

/** What the last edition, in preparation, issues: all that a build has and no earlier edition issued, as its file. */
export function permalinksOfBuild(editions: readonly EditionFiles[], site: BuiltSite, content: Content): string {
  const earlier = editions.slice(0, -1).flatMap(({ addresses }) => parsePermalinks(addresses ?? ''));
  const questions = new Map(content.themes.map(({ id, data }) => [themePath(id), data.questions.map((question) => question.id)]));
  return serializePermalinks(newPermalinks(collectPermalinks(site, questions), earlier));
}

/**
 * In which way the list of the last edition is not what a build has, in words; empty where it is.
 * In preparation, the list must be exactly what the build adds; published, the build must add nothing.
 */
export function formatUnlistedPermalinks(editions: readonly EditionFiles[], site: BuiltSite, content: Content): string {
  const last = editions.at(-1)!;
  if (last.data.status === 'published') {
    const fresh = parsePermalinks(permalinksOfBuild([...editions, last], site, content));
    if (fresh.length === 0) return '';
    return `${formatReport(fresh.map(({ address }) => address))} not issued by edition ${last.name}, which is published.\n    → open the next edition: npm run edition -- <name>`;
  }
  const wanted = permalinksOfBuild(editions, site, content);
  const is = last.addresses ?? '';
  if (wanted === is) return '';
  const [lines, wantedLines] = [is, wanted].map((text) => new Set(text.split('\n')));
  const added = [...wantedLines!].filter((line) => !lines!.has(line)).map((line) => `  + ${line}`);
  const gone = [...lines!].filter((line) => !wantedLines!.has(line)).map((line) => `  - ${line}`);
  return `${editionFolder(last.name)}/addresses.txt is not what the build issues:\n${[...gone, ...added].slice(0, 20).join('\n')}\n    → npm run addresses`;
}

const formatReport = (addresses: readonly string[]) => {
  const said = addresses.slice(0, 5).join(', ');
  return addresses.length > 5 ? `${said} and ${addresses.length - 5} more are` : `${said} ${addresses.length === 1 ? 'is' : 'are'}`;
};
