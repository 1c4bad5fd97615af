import { formatDate } from '../dates/format.ts';
import { entryPath, statementPath } from '../paths/paths.ts';
import { parseBody, type Block } from '../record/mdx-body.ts';
import type { EntryNode, StatementNode, TheRecord } from '../record/model.ts';
import type { SiteMetadata } from '../config/site.ts';
import { capitalize } from '../text/english.ts';
import { sideLabels } from '../text/labels.ts';
import { entryPage } from '../views/entry-page.ts';
import { statementListItem } from '../views/list-items.ts';
import type { DateField } from '../schema/field-types.ts';
import { type Chapter, idOf, join, link, Markup, references, xhtml } from './markup.ts';

/** Returns the chapter of an article: what it is, the article retold, and its ledger. */
export function articleChapter(entry: EntryNode, record: TheRecord, site: SiteMetadata): Chapter {
  const page = entryPage(entry, record);
  const { source, standpoint, notes, label } = entry.data;
  const byId = new Map(entry.statements.map((statement) => [statement.id, statement]));
  const numbered = (ids: readonly string[]) =>
    references(
      ids.flatMap((id) => byId.get(id) ?? []),
      entry,
    );
  const about = join([standpoint.owner, standpoint.form], ' ');
  const body = xhtml`<h1>${source.title}</h1>
<p class="facts">${page.by} · ${page.publisher.name} · ${page.publishedInWords} · ${page.genreLabel}<br/>${page.owner}</p>
<p class="lede">${entry.summary.text} ${references(entry.summary.rests, entry)}</p>
<p>${page.voices} The article has ${page.passages} passages and ${page.words} words.</p>
${page.isRetold && xhtml`<h2>The article retold</h2>`}
${bodyMarkup(entry.body, record, entry)}
<h2>What it is and what it leaves out</h2>
<p class="facts">Editor’s note</p>
${about.xhtml && xhtml`<p>${about}</p>`}
<ul>${standpoint.omits.map((omission) => xhtml`<li>${omission}</li>`)}</ul>
<h2>Statements</h2>
<p class="facts">The address of statement ${entry.statements[0]!.data.n} is ${link(site.url(statementPath(entry.statements[0]!.id)), site.url(statementPath(entry.statements[0]!.id)))}; the others differ in their number.</p>
${page.groups.map(
  ({ name, statements }) => xhtml`<h3>${name}</h3>
${statements.map(({ id }) => statementMarkup(byId.get(id)!, site))}`,
)}
${entry.withdrawn.length > 0 && xhtml`<h3>No longer counted</h3>`}
${entry.withdrawn.map(
  ({ id, data }) =>
    xhtml`<div class="item statement" id="${idOf(statementPath(id))}"><p><b class="n">${data.n}</b><s>${data.text}</s></p><p class="facts">${data.withdrawn!.date}: ${data.withdrawn!.reason}</p></div>`,
)}
<h2>People and organisations in it</h2>
<ul>${page.actors.map(
    ({ name, address, side, role }, index) =>
      xhtml`<li>${link(address, name)}${side !== 'third' && ` (${sideLabels[side]})`}: ${role} ${references(entry.actors[index]!.rests, entry)}</li>`,
  )}</ul>
${notes.length > 0 && xhtml`<h2>Editor’s notes</h2>`}
${notes.map(({ title, text, statements }) => xhtml`<p><b>${title}.</b> ${text} ${statements.length > 0 && numbered(statements)}</p>`)}
<h2>The original</h2>
<ul>${page.provenance.map(({ label: step, name }) => xhtml`<li>${step}: ${name}</li>`)}
${source.addresses.map(({ url, label: what }) => xhtml`<li>${link(new URL(url).href, what)}</li>`)}</ul>
`;
  return { name: entry.id, title: label, address: entryPath(entry.id), body };
}

/** Formats a body: headings, paragraphs with their references, editor’s notes. */
export function bodyMarkup(body: string, record: TheRecord, own?: EntryNode): Markup[] {
  const all = new Map(record.statements.map((statement) => [statement.id, statement]));
  const cited = (cites: readonly string[]) =>
    references(
      cites.map((cite) => all.get(/^\d+$/.test(cite) ? `${own!.id}.s${cite}` : cite)!),
      own,
    );
  const prose = (text: string) => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`]/g, '');
  return parseBody(body).map((block: Block) => {
    if (block.kind === 'heading') return xhtml`<h3>${prose(block.text)}</h3>\n`;
    if (block.kind === 'note') return xhtml`<p class="facts">Editor’s note: ${prose(block.text)}</p>\n`;
    return xhtml`<p>${join(
      block.prose.map(({ text, cites }) => xhtml`${prose(text)}${cites && xhtml` ${cited(cites)}`}`),
      ' ',
    )}</p>\n`;
  });
}

/** Formats a statement: number and sentence; voice, passages, kind and address; dates and conditions; links. */
function statementMarkup(statement: StatementNode, site: SiteMetadata): Markup {
  const { data, id } = statement;
  const line = statementListItem(statement);
  const address = link(site.url(line.address), id.replace('.', '/'));
  const details = [
    formatDateDetails(data.date),
    data.said?.edtf ? `said ${formatDate(data.said.edtf, data.said.basis)}` : undefined,
    data.kind === 'forecast' && `by when: ${line.horizon}`,
    data.condition && `on condition: ${data.condition.replace(/\.$/, '')}`,
  ];
  const relations = line.relations.map(({ label, address: other }) => link(other, label));
  return xhtml`<div class="item statement" id="${idOf(line.address)}">
<p><b class="n">${data.n}</b>${data.text}</p>
<p class="facts">${join([xhtml`<b>${line.voice.names}</b>`, line.at, line.kindLabel.toLowerCase(), address], ' · ')}</p>
${details.some(Boolean) && xhtml`<p class="facts">${new Markup(capitalize(join(details, '; ').xhtml))}.</p>`}
${relations.length > 0 && xhtml`<p class="facts">Links: ${join(relations, '; ')}</p>`}
${data.note && xhtml`<p class="facts">Editor’s note: ${data.note}</p>`}
</div>
`;
}

/** Formats a date with the article’s own words, and with the reason if it is not printed in the article. */
function formatDateDetails({ edtf, basis, wording, ground }: DateField): string | undefined {
  if (edtf === null) return wording && `‘${wording}’`;
  const details = [wording && `‘${wording}’`, basis !== 'printed' && ground].filter(Boolean).join('; ');
  return formatDate(edtf, basis) + (details && ` (${details})`);
}
