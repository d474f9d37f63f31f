/** Geometry of every picture: scenes without colours, drawn by the webview and written as SVG for hovers and files. */
export { finiteExtent, sampleCurve, curvePath, type Fill, type Samples } from './curve';
export { fitDomain, panDomain, zoomDomain } from './fitDomain';
export { functionPlot, type FunctionPlot, type PlotFunction } from './functionPlot';
export { heatMap } from './heatMap';
export { nearestPoint } from './nearestPoint';
export { networkDiagram, type DiagramLayer, type NetworkDiagram } from './networkDiagram';
export { numberLine } from './numberLine';
export { rowBars, rowHeight, type RowBar } from './rowBars';
export { linearScale, type Scale } from './scale';
export type { Mark, Role, Scene } from './scene';
export { darkPalette, lightPalette, sceneSvg, type Palette } from './sceneSvg';
export { sortOrder } from './sortOrder';
export { sparkline } from './sparkline';
export type { Zone } from './zones';
