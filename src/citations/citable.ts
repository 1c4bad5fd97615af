import type { ActorNode, EntryNode, EventNode, PlaceNode, StatementNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import type { Tombstone } from '../schema/redirects.ts';
import type { CslItem } from './csl.ts';
import { toCslDate } from './csl-date.ts';
import type { SiteMetadata } from '../config/site.ts';

/** What is cited, with its kind. A `source` is the article itself, of which the entry is the Record's account. */
export type Subject =
  | { kind: 'entry'; node: EntryNode }
  | { kind: 'source'; node: EntryNode }
  | { kind: 'statement'; node: StatementNode }
  | { kind: 'event'; node: EventNode }
  | { kind: 'actor'; node: ActorNode }
  | { kind: 'theme'; node: ThemeNode }
  | { kind: 'place'; node: PlaceNode }
  | { kind: 'term'; node: TermNode }
  | { kind: 'withdrawn'; node: Tombstone }
  | { kind: 'data'; node: TheRecord };

export type CitableKind = Subject['kind'];

/** One thing that can be cited. Meta tags, BibTeX, RIS, CSL-JSON, JSON-LD and formatted citations are all made from `csl`. */
export interface CitableItem {
  /** Key that no other citable thing of the site has: ASCII letters, digits and hyphens, stable. */
  id: string;
  subject: Subject;
  csl: CslItem;
  /** Address of its page on the site, without the base path. */
  address: string;
  /** Its page as an absolute URL: its canonical address. `csl.URL` is the same but for a source, where it is the original's. */
  url: string;
  /** When it came out, in EDTF; null where that is not known. */
  edtf: string | null;
  /** Day of the last change of its page, `YYYY-MM-DD`. */
  modified: string;
  keywords: string[];
  /** Day on which it was withdrawn, where it stands no longer: its title and note say so too. */
  withdrawn?: string;
  /** For a statement: the article it is drawn from. */
  original?: { source: CitableItem; locators: string[] };
}

/** Key of a citable thing: kind and id, so that a theme and a place of one name stay apart. */
export const citationKey = (kind: CitableKind, id = '') => ['jrr', kind, id.replaceAll('.', '-')].filter(Boolean).join('-');

interface Page {
  subject: Subject;
  id?: string;
  title: string;
  address: string;
  abstract: string;
  keywords?: string[];
  issued?: string;
  modified?: string;
  notes?: string[];
  withdrawn?: { date: string; reason: string };
}

/** A page of the Record's own as a citable thing: an article of a reference work, by the Record as corporate author. */
export function createCitableItem(page: Page, site: SiteMetadata): CitableItem {
  const { issued = site.issued, keywords = [] } = page;
  const { modified = issued } = page;
  const id = citationKey(page.subject.kind, page.id);
  const { withdrawn } = page;
  const title = withdrawn ? `${page.title} (withdrawn)` : page.title;
  const notes = [
    ...(withdrawn ? [`Withdrawn ${withdrawn.date}: ${withdrawn.reason}`] : []),
    ...(page.notes ?? []),
    ...(modified === issued ? [] : [`Page revised ${modified}.`]),
  ];
  const url = site.url(page.address);
  return {
    id,
    subject: page.subject,
    csl: {
      id,
      type: 'entry-encyclopedia',
      title,
      author: [{ literal: site.name }],
      'container-title': site.name,
      edition: site.edition,
      publisher: site.name,
      issued: toCslDate(issued)!,
      language: 'en',
      abstract: page.abstract,
      ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
      ...(notes.length > 0 && { note: notes.join(' ') }),
      URL: url,
    },
    address: page.address,
    url,
    edtf: issued,
    modified,
    keywords,
    ...(withdrawn && { withdrawn: withdrawn.date }),
  };
}
