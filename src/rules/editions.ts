import { compareEditions } from '../record/sort.ts';
import type { Content } from '../record/content.ts';
import type { Rule } from './rule.ts';

/** What holds of the editions. */
export const editionRules: Rule[] = [
  {
    id: 'record-has-an-edition',
    description: 'There is at least one edition, published or in preparation.',
    *check(content) {
      if (content.editions.length === 0)
        yield { file: 'content/editions', path: [], message: 'holds no edition', hint: 'open the first: npm run edition -- <year>.1' };
    },
  },
  {
    id: 'only-the-last-edition-is-in-preparation',
    description: 'Every edition but the last is published.',
    *check(content) {
      for (const { id, file, data } of inOrder(content).slice(0, -1)) {
        if (data.status === 'in-preparation')
          yield {
            file,
            path: ['status'],
            message: `${id} is in preparation, and there is a later one`,
            hint: 'remove one of the two folders',
          };
      }
    },
  },
  {
    id: 'published-edition-is-sealed',
    description: 'An edition has the check sums of what it seals once it is published, and not before.',
    *check({ editions }) {
      for (const { file, data } of editions) {
        if (data.status === 'published' && !data.sealed)
          yield {
            file,
            path: ['status'],
            message: 'is published without check sums',
            hint: 'publish by npm run edition -- <name> --publish',
          };
        if (data.status === 'in-preparation' && data.sealed)
          yield {
            file,
            path: ['sealed'],
            message: 'is sealed and yet in preparation',
            hint: 'restore the file: what is published stays so',
          };
      }
    },
  },
  {
    id: 'editions-follow-in-time',
    description: 'No edition is dated before the one that it follows.',
    *check(content) {
      const editions = inOrder(content);
      for (const [index, { id, file, data }] of editions.entries()) {
        const before = editions[index - 1];
        if (before && data.date < before.data.date)
          yield { file, path: ['date'], message: `${id} is dated before ${before.id} (${before.data.date})`, hint: 'correct the date' };
      }
    },
  },
];

const inOrder = ({ editions }: Content) => editions.toSorted((a, b) => compareEditions(a.id, b.id));
