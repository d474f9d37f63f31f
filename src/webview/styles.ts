import { css } from 'lit';

/** What every component shares: VS Code's own measures and theme variables, and nothing but them. */
export const shared = css`
  :host {
    display: block;
    color: var(--vscode-foreground);
    font: var(--vscode-font-size, 13px) / 1.4 var(--vscode-font-family, sans-serif);
    --al-positive: var(--vscode-charts-blue, #3794ff);
    /* VS Code's own orange is half transparent: too pale for bars */
    --al-negative: #c4730f;
    --al-bad: var(--vscode-errorForeground, #f48771);
    /* Theme colours for errors and warnings are made for icons; mixed with the text's own they can be read as text. */
    --al-bad-text: color-mix(in srgb, var(--al-bad) 50%, var(--vscode-foreground));
    --al-warn-text: color-mix(in srgb, var(--vscode-editorWarning-foreground, #cca700) 50%, var(--vscode-foreground));
    --al-good-text: color-mix(in srgb, var(--vscode-charts-green, #388a34) 50%, var(--vscode-foreground));
    --al-muted: var(--vscode-descriptionForeground, #888888);
    --al-line: var(--vscode-panel-border, var(--vscode-widget-border, #80808059));
    --al-mono: var(--vscode-editor-font-family, monospace);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .icon {
    font: 16px / 1 codicon;
    display: inline-block;
    -webkit-font-smoothing: antialiased;
    user-select: none;
  }
  h2,
  h3 {
    font-size: 11px;
    font-weight: 600;
    letter-spacing: 0.02em;
    margin: 0;
    color: var(--vscode-sideBarSectionHeader-foreground, var(--vscode-foreground));
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: 4px;
    cursor: pointer;
    padding: 2px 6px;
    min-height: 24px;
  }
  button.icon-button {
    width: 24px;
    height: 24px;
    padding: 0;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    color: var(--vscode-icon-foreground, inherit);
    flex: none;
  }
  button:hover:not(:disabled),
  button[aria-pressed='true'],
  button[aria-expanded='true'] {
    background: var(--vscode-toolbar-hoverBackground, #5a5d5e50);
  }
  button[aria-pressed='true'] {
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    color: var(--vscode-foreground);
  }
  button.plain {
    background: var(--vscode-button-secondaryBackground, transparent);
    color: var(--vscode-button-secondaryForeground, inherit);
    border-color: var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
    padding: 3px 10px;
  }
  button.plain:hover {
    background: var(--vscode-button-secondaryHoverBackground, var(--vscode-toolbar-hoverBackground));
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  :focus-visible {
    outline: 1px solid var(--vscode-focusBorder, #007fd4);
    outline-offset: -1px;
  }
  select,
  input[type='text'],
  input[type='number'],
  input[type='search'] {
    font: inherit;
    color: var(--vscode-input-foreground, inherit);
    background: var(--vscode-input-background, transparent);
    border: 1px solid var(--vscode-input-border, var(--vscode-settings-textInputBorder, var(--al-line)));
    border-radius: 2px;
    height: 24px;
    padding: 0 4px;
    min-width: 0;
  }
  select {
    color: var(--vscode-dropdown-foreground, inherit);
    background: var(--vscode-dropdown-background, transparent);
    border-color: var(--vscode-dropdown-border, var(--al-line));
    text-overflow: ellipsis;
  }
  input[type='number'] {
    font-family: var(--al-mono);
    font-size: 12px;
    appearance: textfield;
  }
  input[type='number']::-webkit-inner-spin-button {
    display: none;
  }
  input[type='range'] {
    appearance: none;
    background: none;
    height: 20px;
    margin: 0;
    min-width: 40px;
    width: 100%;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 3px;
    border-radius: 2px;
    background: var(--vscode-scrollbarSlider-background, #79797966);
    border: 1px solid var(--vscode-contrastBorder, transparent);
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 12px;
    height: 12px;
    margin-top: -5.5px;
    border-radius: 50%;
    background: var(--vscode-button-background, #0e639c);
    border: 1px solid var(--vscode-contrastBorder, transparent);
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground, inherit);
  }
  label.check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    cursor: pointer;
    min-height: 24px;
  }
  input[type='checkbox'] {
    accent-color: var(--vscode-button-background, #0e639c);
    width: 16px;
    height: 16px;
    margin: 0;
    flex: none;
  }
  .muted {
    color: var(--al-muted);
  }
  .number {
    font-family: var(--al-mono);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  section {
    padding: 8px 12px;
    min-width: 0;
  }
  section + section {
    border-top: 1px solid var(--al-line);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .row.wrap {
    flex-wrap: wrap;
  }
  .grow {
    flex: 1 1 0;
    min-width: 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 24px;
    min-width: 0;
  }
  .head.wrap {
    flex-wrap: wrap;
  }
  .head.wrap label {
    flex: 1 0 auto;
  }
  .head h2 {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row + h2,
  .row + .head {
    margin-top: 8px;
  }
  details > summary {
    cursor: pointer;
    display: flex;
    align-items: center;
    gap: 2px;
    list-style: none;
    min-height: 22px;
    margin-left: -4px;
  }
  details > summary::before {
    content: '\\eab6';
    font: 16px / 1 codicon;
  }
  details[open] > summary::before {
    content: '\\eab4';
  }
  a {
    color: var(--vscode-textLink-foreground);
  }
  code {
    font-family: var(--al-mono);
    font-size: 12px;
    color: var(--vscode-textPreformat-foreground, inherit);
  }
`;

/** Colours of the marks of a scene. */
export const sceneStyles = css`
  svg.scene {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-family: var(--vscode-font-family, sans-serif);
    user-select: none;
  }
  .grid {
    stroke: var(--al-line);
    stroke-width: 1;
    opacity: 0.55;
  }
  .axis {
    stroke: var(--al-muted);
    stroke-width: 1;
  }
  .tick,
  .caption {
    fill: var(--al-muted);
  }
  .curve,
  .derivative {
    fill: none;
    stroke: var(--series);
    stroke-linejoin: round;
  }
  .curve {
    stroke-width: 2;
  }
  .derivative {
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
  .series-0 {
    --series: var(--vscode-charts-blue, #3794ff);
  }
  .series-1 {
    --series: #c4730f;
  }
  .series-2 {
    --series: var(--vscode-charts-green, #89d185);
  }
  .series-3 {
    --series: var(--vscode-charts-purple, #b180d7);
  }
  .series-4 {
    --series: var(--vscode-charts-yellow, #cca700);
  }
  .series-5 {
    --series: var(--vscode-charts-red, #f14c4c);
  }
  .points {
    fill: none;
    stroke: var(--vscode-foreground);
    stroke-width: 5;
    stroke-linecap: round;
  }
  .histogram {
    fill: var(--al-muted);
    opacity: 0.7;
  }
  .dead {
    fill: none;
    stroke: var(--al-bad);
    stroke-width: 1;
    opacity: 0.5;
  }
  .saturated {
    fill: none;
    stroke: var(--al-muted);
    stroke-width: 1;
    stroke-dasharray: 1 4;
  }
  .kink {
    fill: var(--vscode-sideBar-background, var(--vscode-editor-background));
    stroke: var(--series);
    stroke-width: 1.5;
  }
  .positive {
    fill: var(--al-positive);
  }
  .negative {
    fill: var(--al-negative);
  }
  .track {
    fill: var(--vscode-scrollbarSlider-background, #79797933);
    opacity: 0.35;
  }
  .bad {
    fill: none;
    stroke: var(--al-bad);
    stroke-width: 1.5;
  }
  .badText {
    fill: var(--al-bad-text);
    font-weight: 600;
  }
  .value,
  .label {
    fill: var(--vscode-foreground);
  }
  text.value {
    font-family: var(--al-mono);
  }
  .node,
  .chosen {
    fill: var(--vscode-sideBar-background, var(--vscode-editor-background));
    stroke: var(--vscode-foreground);
    stroke-width: 1.2;
  }
  .chosen {
    stroke: var(--vscode-focusBorder, #007fd4);
    stroke-width: 3;
  }
  .nodePositive,
  .pointHigh {
    fill: var(--al-positive);
  }
  .nodeNegative {
    fill: var(--al-negative);
  }
  .ringNegative {
    fill: none;
    stroke: var(--al-negative);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }
  .pointHigh {
    stroke: var(--vscode-sideBar-background, var(--vscode-editor-background));
  }
  .pointLow {
    fill: var(--vscode-sideBar-background, var(--vscode-editor-background));
    stroke: var(--al-negative);
    stroke-width: 2;
  }
  .edgePositive,
  .edgeNegative {
    stroke: var(--al-positive);
  }
  .edgeNegative {
    stroke: var(--al-negative);
    stroke-dasharray: 5 3;
  }
`;
