import {
  actorPath,
  eventPath,
  forecastsPath,
  linksPath,
  placesPath,
  placePath,
  questionPath,
  questionsPath,
  actorsPath,
  termPath,
  termsPath,
  themePath,
  timelinePath,
} from '../paths/paths.ts';
import type { CitedSentenceNode, QuestionNode, StatementNode, TheRecord } from '../record/model.ts';
import { localizedNames, type Names } from '../schema/field-types.ts';
import { formatShortLocators, sideLabels } from '../text/labels.ts';
import { capitalize, formatList } from '../text/english.ts';
import { forecasts } from '../views/forecasts.ts';
import { linksPage } from '../views/relations.ts';
import type { StatementListItem } from '../views/list-items.ts';
import { timeline } from '../views/events.ts';
import { voiceOf } from '../views/voice.ts';
import { bodyMarkup } from './article.ts';
import { type Chapter, idOf, join, link, type Markup, references, xhtml } from './markup.ts';

/** Returns the questions of every theme with the answers of the articles. */
export function questionsChapter({ themes }: TheRecord): Chapter {
  const body = xhtml`<h1>Questions</h1>
<p class="lede">What each article answers to the questions of each theme, and which it does not answer.</p>
${themes.map(
  ({ id, data, questions }) => xhtml`<h2 id="${idOf(themePath(id))}">${data.title}</h2>
<p class="facts">${data.scope}</p>
${questions.map(
  (question) => xhtml`<h3 id="${idOf(questionPath(id, question.id))}">${question.data.question}</h3>
${answers(question)}`,
)}`,
)}`;
  return { name: 'questions', title: 'Questions', address: questionsPath, body };
}

/** Returns all links between statements, by kind. */
export function linksChapter(record: TheRecord): Chapter {
  const { kinds } = linksPage(record);
  const body = xhtml`<h1>Links between statements</h1>
${kinds.map(
  ({ heading, about, groups }) => xhtml`<h2>${heading}</h2>
<p class="facts">${about}</p>
${groups.map(
  ({ name, links }) => xhtml`<h3>${name}</h3>
${links.map(
  ({ from, other, label, why }) => xhtml`<div class="item"><p>${sentence(from!)}</p>
<p><i>${label}</i>: ${sentence(other)}</p>
<p class="facts">${why}</p></div>`,
)}`,
)}`,
)}`;
  return { name: 'links', title: 'Links between statements', address: linksPath, body };
}

/** Returns every forecast with what later statements report of it. */
export function forecastsChapter(record: TheRecord): Chapter {
  const { title, groups } = forecasts(record);
  const body = xhtml`<h1>Forecasts</h1>
<p class="lede">${capitalize(title)}.</p>
${groups.map(
  ({ title: heading, rule, forecasts: all }) => xhtml`<h2>${heading} (${all.length})</h2>
<p class="facts">${rule}</p>
${all.map(
  ({ line, horizon, condition, later }) => xhtml`<div class="item"><p>${sentence(line)}</p>
<p class="facts">By when: ${horizon ?? 'no time given'}${condition && ` · on condition: ${condition}`}</p>
${later.map((each) => xhtml`<p><i>${each.label}</i>: ${sentence(each.other)} <small>${each.why}</small></p>`)}</div>`,
)}`,
)}`;
  return { name: 'forecasts', title: 'Forecasts', address: forecastsPath, body };
}

/** Returns events and publications by year. */
export function timelineChapter(record: TheRecord): Chapter {
  const events = new Map(record.events.map((event) => [event.id, event]));
  const body = xhtml`<h1>Timeline</h1>
${timeline(record).map(
  ({ title, items }) => xhtml`<h2>${title}</h2>
${items.map((item) => {
  if (item.type === 'publication') return xhtml`<p class="item">${item.date}: ${link(item.address, item.label)} is published.</p>`;
  const { account, differences, data } = events.get(item.id)!;
  return xhtml`<div class="item long" id="${idOf(eventPath(item.id))}"><p><b>${item.title}</b></p>
<p class="facts">${capitalize(item.date)} · ${item.statusLabel.toLowerCase()}${data.date.basis !== 'printed' && data.date.ground && ` (${data.date.ground})`}</p>
<p>${sentences(account)}</p>
${differences.length > 0 && xhtml`<p>Differences: ${sentences(differences)}</p>`}
${data.note && xhtml`<p class="facts">Editor’s note: ${data.note}</p>`}</div>`;
})}`,
)}`;
  return { name: 'timeline', title: 'Timeline', address: timelinePath, body };
}

/** Returns people and bodies, each with the statements that it makes, passes on and is mentioned in. */
export function actorsChapter(record: TheRecord): Chapter {
  const body = xhtml`<h1>People and organisations</h1>
${record.actors.map(
  (actor) => xhtml`<div class="item long" id="${idOf(actorPath(actor.id))}"><p>${nameMarkup(actor.data.names)}</p>
<p class="facts">${actor.data.side !== 'third' && `${sideLabels[actor.data.side]} · `}${actor.data.description}</p>
${bodyMarkup(actor.body, record)}
${actor.data.note && xhtml`<p class="facts">Editor’s note: ${actor.data.note}</p>`}
${numbers('Says', actor.statementsMade)}${numbers('Passes on', actor.statementsRelayed)}${numbers('Mentioned in', actor.mentionedIn)}</div>
`,
)}`;
  return { name: 'actors', title: 'People and organisations', address: actorsPath, body };
}

/** Returns the places. */
export function placesChapter({ places }: TheRecord): Chapter {
  const body = xhtml`<h1>Places</h1>
${places.map(
  ({
    id,
    data,
    account,
    disputedNames,
    statements,
  }) => xhtml`<div class="item long" id="${idOf(placePath(id))}"><p>${nameMarkup(data.names)}</p>
<p class="facts">${data.description}</p>
${disputedNames.map(({ name, usedBy, rests }) => xhtml`<p>${usedBy.data.names.en} writes ‘${name}’ ${references(rests)}</p>`)}
<p>${sentences(account)}</p>
${data.note && xhtml`<p class="facts">Editor’s note: ${data.note}</p>`}
${numbers('Mentioned in', statements)}</div>
`,
)}`;
  return { name: 'places', title: 'Places', address: placesPath, body };
}

/** Returns the contested wordings with who uses them. */
export function termsChapter(record: TheRecord): Chapter {
  const body = xhtml`<h1>Words that differ</h1>
${record.terms.map(
  (term) => xhtml`<h2 id="${idOf(termPath(term.id))}">${term.data.title}</h2>
${bodyMarkup(term.body, record)}
<p class="facts">The Record’s own usage: ${term.data.rule}</p>
<ul>${term.uses.map(
    ({ data, speakers, rests }) =>
      xhtml`<li>${data.voice === 'quoted' ? `“${data.wording}”` : `‘${data.wording}’`}: ${voiceOf({ speakers }).names}, ${formatShortLocators(data.at)} ${references(rests)}${data.count > 1 && `, ${data.count} times`}</li>`,
  )}</ul>`,
)}`;
  return { name: 'terms', title: 'Words that differ', address: termsPath, body };
}

/** Formats the answers to a question, then who gives none. */
function answers({ positions }: QuestionNode): Markup {
  const silent = positions.filter(({ text, unread }) => text === undefined && !unread);
  const pending = positions.filter(({ unread }) => unread).map(({ entry }) => entry.data.label);
  return xhtml`${positions.map(
    ({ entry, text, rests }) => text && xhtml`<p><b>${entry.data.label}.</b> ${text} ${references(rests, entry)}</p>\n`,
  )}${
    silent.length > 0 &&
    xhtml`<p>${formatList(silent.map(({ entry }) => entry.data.label))} ${silent.length === 1 ? 'says' : 'say'} nothing on this.${silent.flatMap(
      ({ related }) => (related.length > 0 ? xhtml` See ${references(related)}` : []),
    )}</p>`
  }${pending.length > 0 && xhtml`<p>${formatList(pending)} ${pending.length === 1 ? 'is' : 'are'} not yet read for this question.</p>`}`;
}

/** Formats a sentence with a link to its statement, and its voice. */
const sentence = ({ text, entry, n, address, voice }: StatementListItem): Markup =>
  xhtml`${text} <small>${voice.names}, ${link(address, `${entry.label}: ${n}`)}</small>`;

const sentences = (account: readonly CitedSentenceNode[]) =>
  join(
    account.map(({ text, rests }) => xhtml`${text} ${references(rests)}`),
    ' ',
  );

const nameMarkup = (names: Names): Markup => xhtml`<b>${names.en}</b>${localizedNames(names).map(({ name }) => xhtml` · ${name}`)}`;

const numbers = (label: string, statements: readonly StatementNode[]) =>
  statements.length > 0 && xhtml`<p class="facts">${label} ${references(statements)}</p>`;
