import { join } from 'node:path';
import { readContent } from '../../src/loader/read-content.ts';
import { renderCards } from './social-cards.ts';

/** Draws the cards of a built site: `node draw-cards.ts <folder>`. In a process of its own: pictures are memory that Astro's would not give back. */
const { content } = readContent(process.cwd());
await renderCards(
  join(process.argv[2]!, 'cards'),
  content.entries.map(({ id, data }) => [id, data.source.title] as const),
);
