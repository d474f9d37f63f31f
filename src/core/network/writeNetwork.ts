import type { Network } from './network';

/**
 * A network as the JSON file that `readNetwork` reads: W one row a line, numbers by their shortest text. NaN and
 * infinities, which JSON does not know, are written `null` and so reported when the file is read.
 */
export function writeNetwork({ name, layers }: Network): string {
  const written = layers.map(({ W, b, activation, params }) => {
    const units = W.shape[1] ?? 0;
    const rows = Array.from({ length: W.shape[0] ?? 0 }, (_, row) =>
      list(W.data.subarray(row * units, (row + 1) * units)),
    );
    const lines = [
      `      "W": [\n        ${rows.join(',\n        ')}\n      ]`,
      `      "b": ${list(b.data)}`,
      `      "activation": ${JSON.stringify(activation)}`,
    ];
    if (params !== undefined) lines.push(`      "params": ${JSON.stringify(params)}`);
    return `    {\n${lines.join(',\n')}\n    }`;
  });
  const title = name === undefined ? '' : `  "name": ${JSON.stringify(name)},\n`;
  return `{\n${title}  "layers": [\n${written.join(',\n')}\n  ]\n}\n`;
}

function list(values: Float64Array): string {
  return `[${Array.from(values, (value) => JSON.stringify(value)).join(', ')}]`;
}
