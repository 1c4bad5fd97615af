import { pluralize } from '../../text/english.ts';
import type { PlaceData } from '../../views/place-page.ts';
import { roundToTenth, type Box } from '../geometry.ts';
import { placeLabels } from './place-labels.ts';
import { frameBox, projectPoint, type MapFrame } from './projection.ts';

/** The size of names in units of a map: 13 pixels if the map is 328 pixels wide, as on a phone. */
const LABEL_SIZE = 13.5;

/** Half the side of the square around each part of a place that stays free of labels, in units of the map. */
const PART_MARGIN = 5;

/** The number of places of a map that have a label, the largest first. The lists below the map name all places. */
const MAX_LABELS = 40;

/** Returns marks for places. Larger dots come first, so that they do not hide smaller ones. */
export function placeMarks(places: readonly PlaceData[], frame: MapFrame, obstacles: readonly Box[], maxLabels = MAX_LABELS) {
  const dots = places
    .map((place) => {
      const [x, y] = projectPoint(frame, place.at);
      return { place, x, y, r: dotRadius(place.statements), lines: [place.name, ...formatNamings(place)] };
    })
    .toSorted((a, b) => b.r - a.r || (a.place.name < b.place.name ? -1 : 1));
  const anchors = dots.map(({ place, lines: [name, ...namings], x, y, r }, index) => ({
    ...{ x, y, r },
    lines: index < maxLabels ? [`${name} ${place.statements}`, ...namings] : [],
  }));
  const parts = places.flatMap((place) => place.parts.map((part) => projectPoint(frame, part)));
  const partBoxes = parts.map(([x, y]) => ({ x0: x - PART_MARGIN, y0: y - PART_MARGIN, x1: x + PART_MARGIN, y1: y + PART_MARGIN }));
  const labels = placeLabels(anchors, frameBox(frame), LABEL_SIZE, [...obstacles, ...partBoxes]);
  return dots.map(({ place, x, y, r, lines }, index) => ({
    ...{ x, y, r, address: place.address, form: getForm(place), sea: place.kind === 'sea', count: place.statements },
    /** For screen readers. */
    description: [`${place.name} ${pluralize(place.statements, 'statement')}`, ...formatNamings(place)].join('. '),
    /** The lines are those of the name, without the number. */
    ...(labels[index] && { label: { ...labels[index], lines } }),
  }));
}

/** Returns the radius of a dot. Its area is proportional to the number of statements, above a visible minimum. */
const dotRadius = (statements: number) => roundToTenth(Math.max(1.8, 0.92 * Math.sqrt(statements)));

/** A city or site is a point, a larger place an area. */
function getForm({ kind, namings }: PlaceData) {
  if (namings.length > 0) return 'disputed';
  return kind === 'city' || kind === 'site' ? 'point' : 'area';
}

const formatNamings = ({ namings }: PlaceData) => namings.map(({ name, usedBy }) => `${usedBy}: ${name}`);
