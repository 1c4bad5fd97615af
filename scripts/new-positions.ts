import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseFile } from '../src/loader/parse-file.ts';
import { readContent } from '../src/loader/load-record.ts';
import { formatDiagnostics, UserError } from '../src/loader/errors.ts';
import { type Content, statementsById } from '../src/record/content.ts';
import { pluralize } from '../src/text/english.ts';
import { type LedgerStatement, readLedger } from './new/items.ts';
import { createSimilarity, statementFeatures, textFeatures } from './similarity.ts';
import { throwAll, writeFiles } from './new/content-files.ts';
import { replaceFile, runCommand, today } from './command.ts';

const USAGE = `usage: npm run new:positions -- <entry> [<worksheet>]

Prints all questions that the entry does not answer yet, the likeliest first: beginnings of the other answers, the nearest statements of
the article, and a line to complete. With the name of a new file, writes them to it. Uncomment the line of each question that the article
answers. Then the same command adds the positions to the themes, and questionsRead to the entry: the other questions are silences.`;

/** Maximum number of statements of a question, and minimum likeness of the first. Few answers are below it: they have one line. */
const MAX_STATEMENTS = 4;
const MIN_LIKENESS = 0.2;
/** Number of statements behind other answers with which a statement is compared. */
const MAX_NEIGHBOURS = 3;
/** Maximum length of the beginning of another answer, in characters. */
const MAX_BEGINNING = 100;

/** An answer of a worksheet: statements that answer a question, or that come near. */
const answerSchema = z.union([z.array(z.string()).min(1), z.strictObject({ related: z.array(z.string()).min(1) })]);

await runCommand(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [entry, worksheet, ...others] = positionals;
  if (!entry || others.length > 0) throw new UserError('expected an entry and at most one file', USAGE);
  const root = process.cwd();
  const loaded = readContent(root);
  const problems = loaded.diagnostics.filter(({ file }) => file.startsWith('content/themes/'));
  if (problems.length > 0) throw new UserError(formatDiagnostics(problems), 'correct the themes first: their questions would be missing');
  const statements = readLedger(loaded, entry);
  if (!worksheet) return void process.stdout.write(formatQuestions(loaded.content, entry, statements));
  if (existsSync(worksheet)) {
    const answers = readAnswers(worksheet, loaded.content, entry, statements);
    const files = addPositions(root, loaded.content, entry, answers);
    for (const [path, text] of files) replaceFile(path, text);
    return console.log(`Added ${pluralize(answers.size, 'position')} in ${pluralize(files.size, 'file')}. Run npm run lint.`);
  }
  writeFiles(new Map([[worksheet, formatQuestions(loaded.content, entry, statements)]]));
  console.log(`Wrote ${worksheet}. Edit it, then run the same command again.`);
});

/** Formats a worksheet in YAML: `<theme>/<question>: [<statements>]`, commented out, below what helps to decide. */
function formatQuestions(content: Content, entry: string, own: readonly LedgerStatement[]): string {
  const labels = new Map(content.entries.map(({ id, data }) => [id, data.label]));
  const all = statementsById(content);
  const features = new Map([...all].map(([id, { data }]) => [id, statementFeatures(data)]));
  const similarity = createSimilarity([...features.values()]);
  const questions = content.themes.flatMap(({ id: theme, data }) =>
    data.questions.flatMap(({ id, question, positions }) => {
      if (positions.some((each) => each.entry === entry)) return [];
      const behind = positions.flatMap(({ rests }) => rests.flatMap((rest) => features.get(rest) ?? []));
      const texts = positions.map(({ text, rests }) => text ?? rests.map((rest) => all.get(rest)?.data.text).join(' '));
      const about = textFeatures([question, ...texts].join(' '), `theme:${theme}`);
      const near = own.map((statement) => {
        const each = features.get(statement.id)!;
        const nearest = behind.map((other) => similarity(each, other)).toSorted((a, b) => b - a);
        const mean = nearest.slice(0, MAX_NEIGHBOURS).reduce((sum, value) => sum + value, 0) / MAX_NEIGHBOURS;
        return { statement, value: mean + similarity(each, about) + (each.has(`theme:${theme}`) ? MIN_LIKENESS : 0) };
      });
      const sorted = near
        .filter(({ value }) => value >= MIN_LIKENESS)
        .toSorted((a, b) => b.value - a.value)
        .slice(0, MAX_STATEMENTS);
      const answers = positions.flatMap((each, index) =>
        texts[index] ? [`#   ${labels.get(each.entry)}: ${beginning(texts[index])}`] : [],
      );
      return [{ id: `${theme}/${id}`, question, answers, near: sorted, value: sorted[0]?.value ?? 0 }];
    }),
  );
  const { near = [], far = [] } = Object.groupBy(
    questions.toSorted((a, b) => b.value - a.value),
    ({ value }) => (value > 0 ? 'near' : 'far'),
  );
  const number = ({ id }: LedgerStatement) => id.slice(entry.length + 1);
  return (
    [
      `# Uncomment the last line of each question that ${entry} answers, and leave only the statements that answer it, better two than\n# four: the page shows their sentences. If statements only come near, write { related: [s1] }. What stays a comment is a silence.`,
      ...near.map(({ id, question, answers, near: statements }) =>
        [
          `# ${question}`,
          ...answers,
          ...statements.map(({ statement }) => `#   ${number(statement)}  ${statement.data.text}`),
          `# ${id}: [${statements.map(({ statement }) => number(statement)).join(', ')}]`,
        ].join('\n'),
      ),
      ...(far.length > 0 ? [`# No statement comes near. To answer one, write [s1].`] : []),
      far.map(({ id, question }) => `# ${id}: [] # ${question}`).join('\n'),
    ].join('\n\n') + '\n'
  );
}

/**
 * Reads the answers of a worksheet, by `<theme>/<question>`.
 *
 * @throws {UserError} with all mistakes: no YAML, an unknown question or statement, a question that has a position of the entry
 */
function readAnswers(worksheet: string, { themes }: Content, entry: string, own: readonly LedgerStatement[]) {
  const { data, problems, lineOf } = parseFile(`${worksheet}.yaml`, readFileSync(worksheet, 'utf8'));
  const questions = new Map(themes.flatMap(({ id: theme, data: { questions: all } }) => all.map((each) => [`${theme}/${each.id}`, each])));
  const answers = new Map<string, z.infer<typeof answerSchema>>();
  const errors = problems.map(({ line, message, hint }) => new UserError(`${worksheet}:${line}: ${message}`, hint));
  for (const [id, value] of Object.entries(data ?? {})) {
    const report = (message: string, hint: string) => errors.push(new UserError(`${worksheet}:${lineOf([id])}: ${message}`, hint));
    const { data: answer } = answerSchema.safeParse(value);
    const question = questions.get(id);
    if (!question) report(`unknown question "${id}"`, 'write <theme>/<question>');
    else if (question.positions.some((each) => each.entry === entry))
      report(`"${id}" has a position of "${entry}"`, 'delete it here or there');
    if (!answer) report(`${JSON.stringify(value)} is not a list of statements`, 'write [s1, s2] or { related: [s1] }');
    else answers.set(id, answer);
    for (const number of [answer ?? []].flatMap((each) => ('related' in each ? each.related : each)))
      if (!own.some((each) => each.id === `${entry}.${number}`))
        report(`unknown statement "${number}"`, `write a number of ${entry}, such as s1`);
  }
  throwAll(errors);
  return answers;
}

/** Adds answers to the themes, and the day to the entry. Returns the files that change, path → text. */
function addPositions(root: string, { themes }: Content, entry: string, answers: ReturnType<typeof readAnswers>): Map<string, string> {
  const idsOf = (ids: readonly string[]) => ids.map((each) => `${entry}.${each}`).join(', ');
  const files = new Map<string, string>();
  for (const { id: theme, file, data } of themes) {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n');
    const { lineOf } = parseFile(file, text);
    // From the last to the first, so that the lines of the others stay the same.
    for (const [index, { id, positions }] of [...data.questions.entries()].toReversed()) {
      const answer = answers.get(`${theme}/${id}`);
      if (!answer) continue;
      let at = lineOf(['questions', index, 'positions', positions.length - 1]);
      const indent = lines[at - 1]!.search(/\S/);
      while (lines[at]!.search(/\S/) > indent) at++;
      const fields = Array.isArray(answer) ? `rests: [${idsOf(answer)}]` : `silent: true, related: [${idsOf(answer.related)}]`;
      lines.splice(at, 0, `${' '.repeat(indent)}- { entry: ${entry}, ${fields} }`);
      files.set(join(root, file), lines.join('\n'));
    }
  }
  const index = join(root, 'content/entries', entry, 'index.mdx');
  const text = readFileSync(index, 'utf8');
  if (!/^questionsRead:/m.test(text)) files.set(index, text.replace(/\n---\n/, `\nquestionsRead: "${today()}"\n---\n`));
  return files;
}

function beginning(text: string): string {
  return text.length > MAX_BEGINNING ? `${text.slice(0, text.lastIndexOf(' ', MAX_BEGINNING))} …` : text;
}
