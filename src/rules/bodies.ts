import { extractQuotations, invalidCharacters } from '../schema/text.ts';
import { findDisallowedMarkup, parseBody, stripTags, type CitedSpan } from '../record/mdx-body.ts';
import { statementsById, type Content } from '../record/content.ts';
import { memoize } from '../text/memoize.ts';
import type { Violation, Rule } from './rule.ts';

/** What holds of the prose in MDX bodies. */
export const bodyRules: Rule[] = [
  {
    id: 'body-has-prose',
    description: 'Every MDX file has a body.',
    *check(content) {
      for (const { file, body } of bodies(content))
        if (!body.trim()) yield { file, path: [], message: 'nothing stands below the frontmatter', hint: 'write the text' };
    },
  },
  {
    id: 'body-holds-only-known-markup',
    description:
      'A body holds Markdown, <Cite s="…" /> and <Note>…</Note>, and nothing else: no HTML, no expression, no import; its links lead to the web or into the site.',
    *check(content) {
      for (const { file, foreign } of bodies(content)) {
        for (const { text, line } of foreign) {
          yield {
            file,
            path: [],
            bodyLine: line,
            message: `unknown markup: ${text}`,
            hint: 'write Markdown with <Cite s="1 2" /> and <Note>…</Note>, each note closed and a block of its own',
          };
        }
      }
    },
  },
  {
    id: 'body-holds-only-plain-characters',
    description:
      'A body is in Unicode form NFC, without control, invisible or direction-changing characters and without straight quotation marks.',
    *check(content) {
      for (const { file, troubles } of bodies(content)) {
        for (const { trouble, bodyLine } of troubles) {
          const [what = '', remedy = ''] = trouble.split(/: (.+)/s);
          yield { file, path: [], bodyLine, message: what, hint: remedy };
        }
      }
    },
  },
  {
    id: 'every-sentence-rests-on-statements',
    description: 'Every sentence of a body is followed by the statements it rests on, or stands in an editor’s note.',
    *check(content) {
      for (const { file, blocks } of bodies(content)) {
        for (const block of blocks) {
          if (block.kind !== 'paragraph') continue;
          for (const stretch of block.prose) yield* missingCitations(file, stretch);
        }
      }
    },
  },
  {
    id: 'quotation-in-prose-is-declared',
    description: 'Whatever stands in “quotation marks” in the Record’s prose is a quotation of a statement that the sentence rests on.',
    *check(content) {
      const statements = statementsById(content);
      const declaredIn = (ids: readonly string[]) => ids.flatMap((id) => statements.get(id)?.data.quotes.map(({ words }) => words) ?? []);
      for (const { file, path, text, rests, bodyLine } of restedProse(content)) {
        const quoted = extractQuotations(text);
        const declared = quoted.length > 0 ? declaredIn(rests) : [];
        for (const words of quoted) {
          if (declared.some((whole) => whole.includes(words))) continue;
          yield {
            file,
            path,
            ...(bodyLine !== undefined && { bodyLine }),
            message: `“${words}” is no quotation of ${rests.join(', ') || 'a statement'}`,
            hint: 'cite the statement that declares it, or use the Record’s own words',
          };
        }
      }
    },
  },
];

/** Abbreviations whose point ends no sentence. */
const ABBREVIATION = /(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vol|ed|p|pp|cf|e\.g|i\.e|U\.S|c)|\b[A-Z])\.$/;

function* missingCitations(file: string, { text, cites, line }: CitedSpan): Iterable<Violation> {
  const place = { file, path: [], bodyLine: line };
  if (!cites)
    yield { ...place, message: `no citation after “${ending(text)}”`, hint: 'add <Cite s="…" /> after the sentence, or make it a <Note>' };
  if (cites?.some((cite) => !cite)) yield { ...place, message: 'an empty citation', hint: 'name the statement' };
  for (const end of text.matchAll(/[.!?][”’)]?\s+(?=[“‘(]?\p{Lu})/gu)) {
    const before = text.slice(0, end.index + 1);
    if (!ABBREVIATION.test(before))
      yield { ...place, message: `two sentences share one citation: “${ending(before)}”`, hint: 'cite after each sentence' };
  }
}

const ending = (text: string) => text.trim().slice(-40);

type Prose = { file: string; path: (string | number)[]; text: string; rests: string[]; bodyLine?: number };

function* restedProse(content: Content): Iterable<Prose> {
  for (const { file, data } of content.entries) yield { file, path: ['summary', 'text'], ...data.summary };
  for (const { file, data } of content.events) {
    for (const key of ['account', 'differences'] as const) {
      for (const [index, sentence] of data[key].entries()) yield { file, path: [key, index, 'text'], ...sentence };
    }
  }
  for (const { file, data } of content.places) {
    for (const [index, sentence] of data.account.entries()) yield { file, path: ['account', index, 'text'], ...sentence };
  }
  for (const { file, data } of content.themes) {
    for (const [q, question] of data.questions.entries()) {
      for (const [p, { text = '', rests }] of question.positions.entries())
        yield { file, path: ['questions', q, 'positions', p, 'text'], text, rests };
    }
  }
  for (const { file, data } of content.relations) {
    for (const [index, { why, from, to }] of data.relations.entries())
      yield { file, path: ['relations', index, 'why'], text: why, rests: [from, to] };
  }
  for (const { id, file, blocks, own } of bodies(content)) {
    for (const block of blocks) {
      if (block.kind !== 'paragraph') continue;
      for (const { text, cites = [], line } of block.prose) {
        yield { file, path: [], bodyLine: line, text, rests: cites.map((cite) => (own ? `${id}.s${cite}` : cite)) };
      }
    }
  }
}

/** All bodies, taken apart; `own` where citations are bare numbers of the entry's own ledger. */
function bodies(content: Content): ({ id: string; file: string; body: string; own: boolean } & BodyParts)[] {
  return (['entries', 'actors', 'themes', 'terms'] as const).flatMap((name) =>
    content[name].map((source) => ({ id: source.id, file: source.file, body: source.body, own: name === 'entries', ...partsOf(source) })),
  );
}

type BodyParts = ReturnType<typeof partsOf>;

const partsOf = memoize(({ body }: { body: string }) => ({
  blocks: parseBody(body),
  foreign: findDisallowedMarkup(body),
  troubles: stripTags(body).flatMap((line, index) => invalidCharacters(line).map((trouble) => ({ trouble, bodyLine: index + 1 }))),
}));
