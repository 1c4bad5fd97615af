import { formatDate } from '../dates/format.ts';
import type { ActorNode, EventNode, PlaceNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import { localizedNames } from '../schema/names.ts';
import type { Tombstone } from '../schema/redirects.ts';
import { actorPath, dataPath, eventPath, placePath, termPath, themePath } from '../paths/paths.ts';
import { actorKindLabels, eventKindLabels, placeKindLabels, statusLabels } from '../text/labels.ts';
import { createCitableItem, type CitableItem } from './citable.ts';
import type { SiteMetadata } from '../config/site.ts';

export function eventToCsl(event: EventNode, site: SiteMetadata): CitableItem {
  const { title, date, kind, status, account } = event.data;
  return createCitableItem(
    {
      subject: { kind: 'event', node: event },
      id: event.id,
      title,
      address: eventPath(event.id),
      abstract: `${statusLabels[status]}: ${formatDate(date.edtf, date.basis)}. ${account[0]!.text}`,
      keywords: [eventKindLabels[kind], ...event.actors.map(({ actor }) => actor.data.names.en)],
    },
    site,
  );
}

export function actorToCsl(actor: ActorNode, site: SiteMetadata): CitableItem {
  const { names, kind } = actor.data;
  return createCitableItem(
    {
      subject: { kind: 'actor', node: actor },
      id: actor.id,
      title: names.en,
      address: actorPath(actor.id),
      abstract: `${names.en} in the articles of ${site.name}: statements held, passed on and received, roles, offices as attested, and events.`,
      keywords: [actorKindLabels[kind], ...localizedNames(names).map(({ name }) => name)],
    },
    site,
  );
}

export function themeToCsl(theme: ThemeNode, site: SiteMetadata): CitableItem {
  const { title, scope, questions } = theme.data;
  return createCitableItem(
    {
      subject: { kind: 'theme', node: theme },
      id: theme.id,
      title,
      address: themePath(theme.id),
      abstract: scope,
      keywords: questions.map(({ question }) => question),
    },
    site,
  );
}

export function placeToCsl(place: PlaceNode, site: SiteMetadata): CitableItem {
  const { names, kind, account } = place.data;
  return createCitableItem(
    {
      subject: { kind: 'place', node: place },
      id: place.id,
      title: names.en,
      address: placePath(place.id),
      abstract: account[0]!.text,
      keywords: [placeKindLabels[kind], ...localizedNames(names).map(({ name }) => name)],
    },
    site,
  );
}

export function termToCsl(term: TermNode, site: SiteMetadata): CitableItem {
  const { title, rule, uses } = term.data;
  return createCitableItem(
    {
      subject: { kind: 'term', node: term },
      id: term.id,
      title,
      address: termPath(term.id),
      abstract: rule,
      keywords: [...new Set(uses.map(({ wording }) => wording))],
    },
    site,
  );
}

/** A page that was withdrawn: its tombstone is cited as what stood there, marked. */
export function tombstoneToCsl(page: Tombstone, site: SiteMetadata): CitableItem {
  const { address, title, said, date, edition } = page;
  return createCitableItem(
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
export function dataToCsl(record: TheRecord, site: SiteMetadata): CitableItem {
  const page = createCitableItem(
    {
      subject: { kind: 'data', node: record },
      title: `${site.name}: Data`,
      address: dataPath,
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
