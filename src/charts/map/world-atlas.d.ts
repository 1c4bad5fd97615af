/** The two files of world-atlas 2 that the maps use: Natural Earth’s land, without borders. */
declare module 'world-atlas/land-50m.json' {
  const topology: import('topojson-specification').Topology<{ land: import('topojson-specification').GeometryCollection }>;
  export default topology;
}

declare module 'world-atlas/land-110m.json' {
  const topology: import('topojson-specification').Topology<{ land: import('topojson-specification').GeometryCollection }>;
  export default topology;
}
