import {
  aboutPath,
  actorsPath,
  changesPath,
  citePath,
  dataPath,
  editionsPath,
  entriesPath,
  forecastsPath,
  linksPath,
  networkPath,
  notebookPath,
  placesPath,
  questionsPath,
  termsPath,
  themesPath,
  timelinePath,
} from '../paths/paths';

/** A section of the header. */
export interface NavItem {
  name: string;
  address: string;
  /** Other paths that belong to it. */
  covers?: readonly string[];
}

/** Sections of the Record: the first crumb of a trail. */
export const sections = {
  articles: { name: 'Articles', address: entriesPath },
  questions: { name: 'Questions', address: questionsPath, covers: [themesPath, linksPath, '/compare/'] },
  timeline: { name: 'Timeline', address: timelinePath, covers: ['/events/'] },
  people: { name: 'People & places', address: actorsPath, covers: [placesPath, networkPath] },
  forecasts: { name: 'Forecasts', address: forecastsPath },
  words: { name: 'Words', address: termsPath },
} as const satisfies Record<string, NavItem>;

/** Pages about the Record, and lists that belong to no section. */
export const morePages = [
  { name: 'Places', address: placesPath },
  { name: 'Themes', address: themesPath },
  { name: 'Links between statements', address: linksPath },
  { name: 'Through whom', address: networkPath },
  { name: 'Notebook', address: notebookPath },
  { name: 'About', address: aboutPath },
  { name: 'Data', address: dataPath },
  { name: 'How to cite', address: citePath },
  { name: 'Changes', address: changesPath },
  { name: 'Editions', address: editionsPath },
] as const satisfies readonly NavItem[];
