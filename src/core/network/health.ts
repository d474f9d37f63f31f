import { derivative } from '../activations/evaluate';
import { activations } from '../activations/registry';
import type { NumericArray } from '../array/numericArray';
import { backward } from './backward';
import { forward } from './forward';
import { unitsOf } from './layout';
import type { Network } from './network';
import { norm2 } from './norm2';

/** What a batch shows of one unit. */
export interface UnitHealth {
  /** the activation's derivative is exactly 0 for every row: no gradient passes, the unit's weights stop learning */
  readonly dead: boolean;
  /** share of rows, 0 to 1, where |derivative| is under the threshold */
  readonly saturatedShare: number;
  /** Euclidean norm over the batch of the gradient with respect to the unit's pre-activation */
  readonly gradientNorm: number;
}

/** What a batch shows of one layer. */
export interface LayerHealth {
  /** empty for a softmax or a gate, whose units have no derivative of their own */
  readonly units: readonly UnitHealth[];
  readonly deadShare: number;
  /** mean of the units' saturated shares */
  readonly saturatedShare: number;
  /** Euclidean norm of the gradient with respect to the layer's pre-activations, over units and batch */
  readonly gradientNorm: number;
  /** Euclidean norm of the gradient with respect to W: under about 1e-3 of the last layer's it is called vanishing */
  readonly weightGradientNorm: number;
}

/**
 * Looks for dying units and vanishing gradients: runs a batch forward and backward and tells of each layer and unit
 * whether it is dead, saturated, and how large the gradient is that reaches it.
 *
 * @param options.saturation a unit counts as saturated in a row when |derivative| is under this, 0.01 by default
 * @throws RangeError as `backward`
 */
export function networkHealth(
  network: Network,
  x: NumericArray,
  options: { readonly dy?: NumericArray; readonly saturation?: number } = {},
): readonly LayerHealth[] {
  const saturation = options.saturation ?? 0.01;
  const trace = forward(network, x);
  const gradients = backward(network, x, options.dy);
  return network.layers.map((layer, index) => {
    const gradient = gradients.layers[index]!;
    const width = unitsOf(layer);
    const isActivation = activations.has(layer.activation);
    const slopes = isActivation ? derivative(layer.activation, trace.layers[index]!.a, layer.params).data : undefined;
    const batch = width === 0 ? 0 : gradient.a.data.length / width;
    const units: UnitHealth[] = [];
    for (let unit = 0; slopes !== undefined && unit < width; unit++) {
      let flat = 0;
      let saturated = 0;
      const reaching = new Float64Array(batch);
      for (let row = 0; row < batch; row++) {
        const slope = Math.abs(slopes[row * width + unit]!);
        if (slope === 0) flat++;
        if (slope < saturation) saturated++;
        reaching[row] = gradient.a.data[row * width + unit]!;
      }
      units.push({
        dead: batch > 0 && flat === batch,
        saturatedShare: batch === 0 ? 0 : saturated / batch,
        gradientNorm: norm2(reaching),
      });
    }
    const share = (count: number): number => (units.length === 0 ? 0 : count / units.length);
    return {
      units,
      deadShare: share(units.filter((unit) => unit.dead).length),
      saturatedShare: share(units.reduce((sum, unit) => sum + unit.saturatedShare, 0)),
      gradientNorm: norm2(gradient.a.data),
      weightGradientNorm: norm2(gradient.W.data),
    };
  });
}
