/** Everything that the module exports: where its memory lies, and a function for each kernel. */
export * from './memory.as';
export * from './dense.as';
export * from './elu.as';
export * from './gated.as';
export * from './gelu.as';
export * from './mish.as';
export * from './piecewise.as';
export * from './rational.as';
export * from './round.as';
export * from './rows.as';
export * from './sigmoid.as';
export * from './softplus.as';
export * from './summary.as';
export * from './tanh.as';
