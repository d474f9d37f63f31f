/** Every name that package.json and the code must agree on. A test compares the two. */

/** Commands that package.json contributes, by what they do. */
export const commands = {
  evaluate: 'activationLens.evaluate',
  softmax: 'activationLens.softmax',
  repeat: 'activationLens.repeat',
  replaceSelection: 'activationLens.replaceSelection',
  insertBelow: 'activationLens.insertBelow',
  copyResult: 'activationLens.copyResult',
  copyResultAs: 'activationLens.copyResultAs',
  copySelectionAs: 'activationLens.copySelectionAs',
  openResult: 'activationLens.openResult',
  evaluateClipboard: 'activationLens.evaluateClipboard',
  extractTest: 'activationLens.extractTest',
  runNetwork: 'activationLens.runNetwork',
  runSampleNetwork: 'activationLens.runSampleNetwork',
  showPanel: 'activationLens.showPanel',
  showFunction: 'activationLens.showFunction',
  showSoftmax: 'activationLens.showSoftmax',
  showNetwork: 'activationLens.showNetwork',
  showPrecision: 'activationLens.showPrecision',
  openInEditor: 'activationLens.openInEditor',
  openWalkthrough: 'activationLens.openWalkthrough',
  openSample: 'activationLens.openSample',
  showLog: 'activationLens.showLog',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** Commands behind links; nobody finds them in a list, so package.json does not name them. */
export const internalCommands = {
  onRange: 'activationLens.internal.onRange',
} as const;

export const views = {
  container: 'activationLens',
  panel: 'activationLens.panel',
} as const;

/** Keys that `when` clauses read. */
export const contextKeys = {
  /** the extension runs, so the other keys mean something */
  active: 'activationLens.active',
  /** the selection, or the place of the cursor, holds an array of numbers */
  canEvaluate: 'activationLens.canEvaluate',
  /** something was evaluated that can be repeated */
  hasLast: 'activationLens.hasLast',
} as const;

export const submenu = 'activationLens.editorMenu';
