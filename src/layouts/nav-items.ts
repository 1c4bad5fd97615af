import {
  actorsAddress,
  compareAddress,
  entriesAddress,
  forecastsAddress,
  networkAddress,
  placesAddress,
  termsAddress,
  themesAddress,
  timelineAddress,
} from '../paths/paths';

/** The sections of the Record, in the order in which the masthead has them. */
export const sections = [
  ['Articles', entriesAddress],
  ['Timeline', timelineAddress],
  ['Actors', actorsAddress],
  ['Themes', themesAddress],
  ['Compare', compareAddress],
  ['Forecasts', forecastsAddress],
  ['Terms', termsAddress],
  ['Places', placesAddress],
  ['Network', networkAddress],
] as const;
