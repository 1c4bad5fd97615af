import {
  actorsPath,
  comparePath,
  entriesPath,
  forecastsPath,
  networkPath,
  placesPath,
  termsPath,
  themesPath,
  timelinePath,
} from '../paths/paths';

/** Sections of the Record, in the order of the header. */
export const navItems = [
  ['Articles', entriesPath],
  ['Timeline', timelinePath],
  ['Actors', actorsPath],
  ['Themes', themesPath],
  ['Compare', comparePath],
  ['Forecasts', forecastsPath],
  ['Terms', termsPath],
  ['Places', placesPath],
  ['Network', networkPath],
] as const;
