import type { Content } from '../record/content.ts';
import { compareEditions } from '../record/sort.ts';
import type { Rule } from './rule.ts';

/** Rules about editions. */
export const editionRules: Rule[] = [
  {
    id: 'record-has-an-edition',
    description: 'There is at least one edition, published or in preparation.',
    *check(content) {
      const hint = 'create the first one: npm run edition -- <year>.1';
      if (content.editions.length === 0) yield { file: 'content/editions', path: [], message: 'no edition', hint };
    },
  },
  {
    id: 'only-the-last-edition-is-in-preparation',
    description: 'Every edition but the last is published.',
    *check(content) {
      for (const { id, file, data } of inOrder(content).slice(0, -1)) {
        const message = `“${id}” is in preparation, but there is a later edition`;
        if (data.status === 'in-preparation') yield { file, path: ['status'], message, hint: 'remove one of the two folders' };
      }
    },
  },
  {
    id: 'published-edition-is-sealed',
    description: 'A published edition has checksums. An edition in preparation has none.',
    *check({ editions }) {
      for (const { id, file, data } of editions) {
        if (data.status === 'published' && !data.sealed) {
          const hint = `publish it by npm run edition -- ${id} --publish`;
          yield { file, path: ['status'], message: `“${id}” is published without checksums`, hint };
        }
        if (data.status === 'in-preparation' && data.sealed) {
          const message = `“${id}” has checksums but is in preparation`;
          yield { file, path: ['sealed'], message, hint: 'restore the file: a published edition stays published' };
        }
      }
    },
  },
  {
    id: 'editions-follow-in-time',
    description: 'No edition is dated before the edition that it follows.',
    *check(content) {
      const editions = inOrder(content);
      for (const [index, { id, file, data }] of editions.entries()) {
        const previous = editions[index - 1];
        if (previous && data.date < previous.data.date) {
          const message = `“${id}” is dated before “${previous.id}” (${previous.data.date})`;
          yield { file, path: ['date'], message, hint: 'correct the date' };
        }
      }
    },
  },
];

const inOrder = ({ editions }: Content) => editions.toSorted((a, b) => compareEditions(a.id, b.id));
