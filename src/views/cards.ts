import { siteName } from '../config/site.ts';
import type { Subject } from '../citations/citable.ts';
import { formatDate } from '../dates/format.ts';
import { questionSlug } from '../paths/paths.ts';
import type { TheRecord } from '../record/model.ts';
import { actorKindLabels } from '../text/labels.ts';
import { capitalize, numberToWords } from '../text/english.ts';
import { voiceOf } from './voice.ts';

/** The image that a link preview shows for a page. */
export interface Card {
  /** Name of its file, without the extension. */
  name: string;
  title: string;
  /** Who says it, or what it is, below the title. */
  line: string;
}

/** Cards of sections: the first segment of the path, and the title on the card. */
const SECTIONS = {
  entries: 'The articles',
  timeline: 'Timeline',
  events: 'Events',
  actors: 'People and organisations',
  themes: 'Themes',
  questions: 'Questions, and who answers',
  compare: 'Two articles side by side',
  forecasts: 'Forecasts',
  links: 'Links between statements',
  terms: 'Contested words',
  places: 'Places',
  network: 'Who relays whose words',
  search: 'Search and index',
  notebook: 'Notebook',
  about: 'About the Record',
  cite: 'How to cite',
  changes: 'Editions and changes',
  editions: 'Editions',
  data: 'Data',
};

const MOTTO = 'Every statement traced to its paragraph';

/** Returns the card of a section of the site, or of the home page. */
export function sectionCard(section: string, record: TheRecord): Card {
  if (Object.hasOwn(SECTIONS, section)) return { name: section, title: SECTIONS[section as keyof typeof SECTIONS], line: MOTTO };
  return { name: 'home', title: `${capitalize(numberToWords(record.entries.length))} articles, statement by statement`, line: MOTTO };
}

/** Returns the card of a citable page; undefined if the page has that of its section. A statement without links has that of its article. */
export function citableCard(subject: Subject): Card | undefined {
  switch (subject.kind) {
    case 'entry':
    case 'source': {
      const { id, data, publisher } = subject.node;
      const { published } = data.source;
      const line = `${publisher.data.names.en}, ${formatDate(published.edtf, published.basis)}`;
      return { name: id, title: data.source.title, line };
    }
    case 'statement': {
      const { id, entry, data, relations } = subject.node;
      if (relations.length === 0 || data.withdrawn) return citableCard({ kind: 'entry', node: entry });
      return {
        name: id.replace('.', '-'),
        title: data.text,
        line: `${voiceOf(subject.node).names} · ${entry.data.label}, statement ${data.n}`,
      };
    }
    case 'actor': {
      const { id, data } = subject.node;
      return { name: `actor-${id}`, title: data.names.en, line: `${actorKindLabels[data.kind]} · what it says, and what is said of it` };
    }
    case 'theme':
      return { name: `theme-${subject.node.id}`, title: subject.node.data.title, line: 'Theme · questions, and who answers' };
    case 'question': {
      const { id, theme, data, positions } = subject.node;
      const answers = positions.filter(({ text }) => text).length;
      const line = `${theme.data.title} · answered by ${numberToWords(answers)} of ${numberToWords(positions.length)} articles`;
      return { name: `question-${questionSlug(theme.id, id)}`, title: data.question, line };
    }
    default:
      return undefined;
  }
}

/** Returns all cards, each once. */
export function allCards(record: TheRecord): Card[] {
  const subjects: Subject[] = [
    ...record.entries.map((node) => ({ kind: 'entry' as const, node })),
    ...record.statements.map((node) => ({ kind: 'statement' as const, node })),
    ...record.actors.map((node) => ({ kind: 'actor' as const, node })),
    ...record.themes.map((node) => ({ kind: 'theme' as const, node })),
    ...record.themes.flatMap(({ questions }) => questions.map((node) => ({ kind: 'question' as const, node }))),
  ];
  const cards = [
    ...['home', ...Object.keys(SECTIONS)].map((name) => sectionCard(name, record)),
    ...subjects.map((subject) => citableCard(subject)!),
  ];
  return [...new Map(cards.map((card) => [card.name, card])).values()];
}

/** Returns the text on a card, for readers who do not see it. */
export const cardText = ({ title, line }: Card) => `${title}${/[.?!…][”’]?$/.test(title) ? '' : '.'} ${line}. ${siteName}`;
