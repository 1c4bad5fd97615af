import type { TheRecord } from '../record/model.ts';

/** A question about the data, with programs that print the answer: one row a line, with tabs between its values. */
export interface Recipe {
  id: string;
  question: string;
  /** For `record.sqlite`. */
  sql: string;
  /** After `pythonStart`, in the folder of the CSV files. */
  python: string;
  /** After `rStart`, in the folder of the CSV files. */
  r: string;
  /** For a spreadsheet, in words. */
  spreadsheet: string;
}

/** Reads a CSV file as a list of dictionaries and prints rows. */
export const pythonStart = `import csv
from collections import Counter

def read(name):
    with open(name + ".csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

def show(rows):
    for row in sorted(rows):
        print(*row, sep="\\t")`;

/** Reads a CSV file as a data frame and prints one. */
export const rStart = `read <- function(name)
  read.csv(paste0(name, ".csv"), fileEncoding = "UTF-8-BOM", encoding = "UTF-8", na.strings = "")
show <- function(rows)
  write.table(rows, sep = "\\t", quote = FALSE, row.names = FALSE, col.names = FALSE)`;

/** Returns the ids that the recipes name. A theme and the last article always exist. */
export const exampleIds = ({ themes, entries }: TheRecord) => ({
  theme: (themes.find(({ id }) => id === 'energy') ?? themes[0]!).id,
  entry: entries.at(-1)!.id,
});

/** Returns the recipes of the page `/data/recipes/`. */
export const recipes = ({ theme, entry }: { theme: string; entry: string }): Recipe[] => [
  {
    id: 'forecasts',
    question: 'Which outcomes are reported for the forecasts of each article?',
    sql: 'SELECT entry, outcome, forecasts FROM forecasts_by_outcome;',
    python: `counts = Counter((f["entry"], f["outcome"]) for f in read("forecasts"))
show((*pair, count) for pair, count in counts.items())`,
    r: `show(aggregate(id ~ entry + outcome, read("forecasts"), length))`,
    spreadsheet: 'Open forecasts.csv. Insert a pivot table: rows entry, columns outcome, values count of id.',
  },
  {
    id: 'speakers',
    question: `Who speaks about “${theme}” in the articles of each year?`,
    sql: `SELECT published_year, speaker_name, count(*)
FROM statements_by_speaker JOIN statement_themes USING (statement)
WHERE theme = '${theme}' GROUP BY published_year, speaker_name;`,
    python: `names = {a["id"]: a["name"] for a in read("actors")}
years = {e["id"]: e["published_from"][:4] for e in read("entries")}
theme = {t["statement"] for t in read("statement_themes") if t["theme"] == "${theme}"}
entries = {s["id"]: s["entry"] for s in read("statements") if not s["withdrawn"] and s["id"] in theme}
counts = Counter((years[entries[s["statement"]]], names.get(s["actor"], s["unnamed"]))
                 for s in read("statement_speakers") if s["statement"] in entries)
show((*pair, count) for pair, count in counts.items())`,
    r: `s <- subset(read("statements"), is.na(withdrawn))[c("id", "entry")]
s <- merge(s, subset(read("statement_themes"), theme == "${theme}"), by.x = "id", by.y = "statement")
s <- merge(s, read("statement_speakers"), by.x = "id", by.y = "statement")
s <- merge(s, read("actors")[c("id", "name")], by.x = "actor", by.y = "id", all.x = TRUE)
s <- merge(s, read("entries")[c("id", "published_from")], by.x = "entry", by.y = "id")
s$year <- substr(s$published_from, 1, 4)
s$name <- ifelse(is.na(s$name), s$unnamed, s$name)
show(aggregate(id ~ year + name, s, length))`,
    spreadsheet:
      'Open statements.csv, statement_themes.csv and statement_speakers.csv as sheets. In statement_speakers, add a column theme: =COUNTIFS(statement_themes!A:A; A2; statement_themes!B:B; "' +
      `${theme}` +
      '"). Filter it by more than 0. Insert a pivot table by actor. The id of a statement begins with the article and its year.',
  },
  {
    id: 'silences',
    question: `Which questions does the article ${entry} not answer?`,
    sql: `SELECT question FROM silences WHERE entry = '${entry}';`,
    python: `questions = {q["id"]: q["question"] for q in read("questions")}
show([questions[p["question"]]] for p in read("positions") if p["entry"] == "${entry}" and p["answer"] == "silent")`,
    r: `p <- subset(read("positions"), entry == "${entry}" & answer == "silent")
show(merge(p, read("questions"), by.x = "question", by.y = "id")$question.y)`,
    spreadsheet: `Open positions.csv. Filter entry by ${entry} and answer by silent. questions.csv has the words of each question.`,
  },
  {
    id: 'state-media',
    question: 'Which statements of Japanese speakers do Russian state media pass on?',
    sql: `SELECT statement, speaker_name, outlet
FROM passed_on_by_state_media WHERE speaker_side = 'japan';`,
    python: `actors = {a["id"]: a for a in read("actors")}
media = {id: a["name"] for id, a in actors.items()
         if (a["kind"], a["side"]) == ("outlet", "russia") and "Russian state" in a["description"]}
active = {s["id"] for s in read("statements") if not s["withdrawn"]}
via = {(v["statement"], media[v["actor"]]) for v in read("statement_via") if v["actor"] in media}
show((s["statement"], actors[s["actor"]]["name"], outlet) for s in read("statement_speakers")
     for statement, outlet in via if s["statement"] == statement and statement in active
     and s["actor"] and actors[s["actor"]]["side"] == "japan")`,
    r: `a <- read("actors")
media <- subset(a, kind == "outlet" & side == "russia" & grepl("Russian state", description))[c("id", "name")]
v <- merge(read("statement_via"), media, by.x = "actor", by.y = "id")[c("statement", "name")]
s <- merge(read("statement_speakers"), subset(a, side == "japan")[c("id", "name")], by.x = "actor", by.y = "id")
s <- merge(s, v, by = "statement")
s <- subset(s, statement %in% subset(read("statements"), is.na(withdrawn))$id)
show(unique(s[c("statement", "name.x", "name.y")]))`,
    spreadsheet:
      'Open actors.csv. Filter kind by outlet, side by russia and description by “Russian state”. Filter statement_via.csv by these ids. Compare with statement_speakers.csv, filtered by actors of side japan.',
  },
  {
    id: 'contradictions',
    question: 'Which statements contradict each other?',
    sql: 'SELECT from_statement, to_statement FROM contradictions;',
    python: `show((r["from_statement"], r["to_statement"]) for r in read("relations") if r["kind"] == "contradicts")`,
    r: `show(subset(read("relations"), kind == "contradicts")[c("from_statement", "to_statement")])`,
    spreadsheet: 'Open relations.csv. Filter kind by contradicts.',
  },
];
