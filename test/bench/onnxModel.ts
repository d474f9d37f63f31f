/**
 * An ONNX model of a single operator, as bytes: input x and output y, one dimension of unknown length (two for
 * softmax). ONNX files are protocol buffers; field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto,
 * ValueInfoProto, TypeProto).
 */
export function onnxModel(operator: string, type: 'float32' | 'float64', dimensions: 1 | 2, opset = 20): Uint8Array {
  const node = [...text(1, 'x'), ...text(2, 'y'), ...text(4, operator)];
  const graph = [
    ...message(1, node),
    ...text(2, 'one'),
    ...message(11, value('x', type, dimensions)),
    ...message(12, value('y', type, dimensions)),
  ];
  const opsetImport = [...text(1, ''), ...number(2, opset)];
  return Uint8Array.from([...number(1, 9), ...message(7, graph), ...message(8, opsetImport)]);
}

function value(name: string, type: 'float32' | 'float64', dimensions: number): number[] {
  const shape = Array.from({ length: dimensions }, (_, i) => message(1, text(2, `n${i}`))).flat();
  const tensor = [...number(1, type === 'float32' ? 1 : 11), ...message(2, shape)];
  return [...text(1, name), ...message(2, message(1, tensor))];
}

const message = (field: number, bytes: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];

const text = (field: number, value: string): number[] => message(field, [...new TextEncoder().encode(value)]);

const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];

/** Seven bits a byte, the lowest first, the top bit says that more follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}
