/** MathML of a function's formulas, typeset when the extension was built. */
interface Typeset {
  readonly value: string;
  /** activations only */
  readonly derivative?: string;
}

declare global {
  // Set by formulas.js, a data file beside this bundle that the page loads first.
  var activationLensFormulas: Readonly<Record<string, Typeset>> | undefined;
}

interface Drawn {
  readonly value: Node;
  readonly derivative: Node | undefined;
}

const drawn = new Map<string, Drawn>();

/** The formula and its derivative as elements, or undefined when they were not loaded. */
export function formula(id: string): Drawn | undefined {
  const typeset = globalThis.activationLensFormulas?.[id];
  if (typeset === undefined) return undefined;
  let nodes = drawn.get(id);
  if (nodes === undefined) {
    nodes = {
      value: parse(typeset.value),
      derivative: typeset.derivative === undefined ? undefined : parse(typeset.derivative),
    };
    drawn.set(id, nodes);
  }
  return nodes;
}

function parse(mathml: string): Node {
  return document.importNode(new DOMParser().parseFromString(mathml, 'application/xml').documentElement, true);
}
