import { compareEditions } from '../record/sort.ts';
import type { Content } from '../record/content.ts';
import type { Rule } from './rule.ts';

/** What holds of the editions. */
export const editionRules: Rule[] = [
  {
    id: 'record-has-an-edition',
    truth: 'There is at least one edition, published or in preparation.',
    *find(content) {
      if (content.editions.length === 0)
        yield { file: 'content/editions', path: [], what: 'holds no edition', remedy: 'open the first: npm run edition -- <year>.1' };
    },
  },
  {
    id: 'only-the-last-edition-is-in-preparation',
    truth: 'Every edition but the last is published.',
    *find(content) {
      for (const { id, file, data } of inOrder(content).slice(0, -1)) {
        if (data.status === 'in-preparation')
          yield {
            file,
            path: ['status'],
            what: `${id} is in preparation, and there is a later one`,
            remedy: 'remove one of the two folders',
          };
      }
    },
  },
  {
    id: 'published-edition-is-sealed',
    truth: 'An edition has the check sums of what it seals once it is published, and not before.',
    *find({ editions }) {
      for (const { file, data } of editions) {
        if (data.status === 'published' && !data.sealed)
          yield {
            file,
            path: ['status'],
            what: 'is published without check sums',
            remedy: 'publish by npm run edition -- <name> --publish',
          };
        if (data.status === 'in-preparation' && data.sealed)
          yield {
            file,
            path: ['sealed'],
            what: 'is sealed and yet in preparation',
            remedy: 'restore the file: what is published stays so',
          };
      }
    },
  },
  {
    id: 'editions-follow-in-time',
    truth: 'No edition is dated before the one that it follows.',
    *find(content) {
      const editions = inOrder(content);
      for (const [index, { id, file, data }] of editions.entries()) {
        const before = editions[index - 1];
        if (before && data.date < before.data.date)
          yield { file, path: ['date'], what: `${id} is dated before ${before.id} (${before.data.date})`, remedy: 'correct the date' };
      }
    },
  },
];

const inOrder = ({ editions }: Content) => editions.toSorted((a, b) => compareEditions(a.id, b.id));
