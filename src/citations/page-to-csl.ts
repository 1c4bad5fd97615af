import { sayDate } from '../dates/format.ts';
import type { ActorNode, EventNode, PlaceNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import { formsOf } from '../schema/names.ts';
import type { WithdrawnPage } from '../schema/redirects.ts';
import { actorAddress, dataAddress, eventAddress, placeAddress, termAddress, themeAddress } from '../paths/paths.ts';
import { actorKindLabels, eventKindLabels, placeKindLabels, statusLabels } from '../text/labels.ts';
import { citePage, type Citable } from './citable.ts';
import type { CitedSite } from './site-metadata.ts';

export function citeEvent(event: EventNode, site: CitedSite): Citable {
  const { title, date, kind, status, account } = event.data;
  return citePage(
    {
      subject: { kind: 'event', node: event },
      id: event.id,
      title,
      address: eventAddress(event.id),
      abstract: `${statusLabels[status]}: ${sayDate(date.edtf, date.basis)}. ${account[0]!.text}`,
      keywords: [eventKindLabels[kind], ...event.actors.map(({ actor }) => actor.data.names.en)],
    },
    site,
  );
}

export function citeActor(actor: ActorNode, site: CitedSite): Citable {
  const { names, kind } = actor.data;
  return citePage(
    {
      subject: { kind: 'actor', node: actor },
      id: actor.id,
      title: names.en,
      address: actorAddress(actor.id),
      abstract: `${names.en} in the articles of ${site.name}: statements held, passed on and received, roles, offices as attested, and events.`,
      keywords: [actorKindLabels[kind], ...formsOf(names).map(({ name }) => name)],
    },
    site,
  );
}

export function citeTheme(theme: ThemeNode, site: CitedSite): Citable {
  const { title, scope, questions } = theme.data;
  return citePage(
    {
      subject: { kind: 'theme', node: theme },
      id: theme.id,
      title,
      address: themeAddress(theme.id),
      abstract: scope,
      keywords: questions.map(({ question }) => question),
    },
    site,
  );
}

export function citePlace(place: PlaceNode, site: CitedSite): Citable {
  const { names, kind, account } = place.data;
  return citePage(
    {
      subject: { kind: 'place', node: place },
      id: place.id,
      title: names.en,
      address: placeAddress(place.id),
      abstract: account[0]!.text,
      keywords: [placeKindLabels[kind], ...formsOf(names).map(({ name }) => name)],
    },
    site,
  );
}

export function citeTerm(term: TermNode, site: CitedSite): Citable {
  const { title, rule, uses } = term.data;
  return citePage(
    {
      subject: { kind: 'term', node: term },
      id: term.id,
      title,
      address: termAddress(term.id),
      abstract: rule,
      keywords: [...new Set(uses.map(({ wording }) => wording))],
    },
    site,
  );
}

/** A page that was withdrawn: its tombstone is cited as what stood there, marked. */
export function citeWithdrawn(page: WithdrawnPage, site: CitedSite): Citable {
  const { address, title, said, date, edition } = page;
  return citePage(
    {
      subject: { kind: 'withdrawn', node: page },
      id: address.replaceAll('/', '-').replace(/^-|-$/g, ''),
      title,
      address,
      abstract: said,
      modified: date,
      withdrawn: page,
      notes: [`Edition ${edition} withdrew it.`],
    },
    site,
  );
}

/** The whole Record as a data set. */
export function citeData(record: TheRecord, site: CitedSite): Citable {
  const page = citePage(
    {
      subject: { kind: 'data', node: record },
      title: `${site.name}: Data`,
      address: dataAddress,
      abstract: `${record.entries.length} entries, ${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.themes.length} themes, ${record.places.length} places and ${record.terms.length} terms of ${site.name}, linked, as JSON, CSV, JSON-LD, BibTeX, RIS and CSL-JSON.`,
      keywords: ['Japan', 'Russia', 'international relations', 'documentary edition'],
    },
    site,
  );
  const csl = { ...page.csl, type: 'dataset' as const, version: site.edition };
  delete csl.edition;
  delete csl['container-title'];
  return { ...page, csl };
}
