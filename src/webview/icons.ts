import { html, type TemplateResult } from 'lit';

/** Codicons by name; their code points are those of the font that is shipped beside this bundle. */
const codepoints = {
  add: 0xea60,
  check: 0xeab2,
  'chevron-down': 0xeab4,
  'chevron-left': 0xeab5,
  'chevron-right': 0xeab6,
  close: 0xea76,
  'color-mode': 0xeac6,
  copy: 0xebcc,
  discard: 0xeae2,
  edit: 0xea73,
  error: 0xea87,
  eye: 0xea70,
  'eye-closed': 0xeae7,
  'file-media': 0xeaea,
  'git-compare': 0xeafd,
  'go-to-file': 0xea94,
  history: 0xea82,
  info: 0xea74,
  json: 0xeb0f,
  'link-external': 0xeb14,
  pin: 0xeb2b,
  pinned: 0xeba0,
  save: 0xeb4b,
  search: 0xea6d,
  'screen-full': 0xeb4c,
  trash: 0xea81,
  warning: 0xea6c,
  'zoom-in': 0xeb81,
  'zoom-out': 0xeb82,
  'triangle-down': 0xeb6e,
  'triangle-up': 0xeb71,
  'graph-line': 0xebe2,
  graph: 0xeb03,
  'type-hierarchy': 0xebb9,
  'symbol-numeric': 0xea90,
  'symbol-method': 0xea8c,
  ellipsis: 0xea7c,
  replace: 0xeb3d,
  insert: 0xec11,
  'new-file': 0xea7f,
  table: 0xebb7,
} as const;

export type IconName = keyof typeof codepoints;

/** An icon for the eye only: the control that holds it has the words. */
export function icon(name: IconName): TemplateResult {
  return html`<span class="icon" aria-hidden="true">${String.fromCodePoint(codepoints[name])}</span>`;
}
