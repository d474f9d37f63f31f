"""A small network, written as people write it. Point at an array, or select one and run
"Activation Lens: Evaluate Selection…" from the command palette."""

import numpy as np

# weights and biases: two inputs, three units, two units, two outputs
network = {
    "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
    "b1": np.array([0.1, 0.2, 0.3]),
    "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
    "b2": np.array([0.1, 0.2]),
    "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
    "b3": np.array([0.1, 0.2]),
}

# select the list and run "Run Network on Selection"
x = np.array([1.0, 0.5])

# a batch of three inputs goes through as well
batch = np.array(
    [
        [1.0, 0.5],
        [-2.0, 0.0],
        [0.25, 4.0],
    ]
)

# a unit that only ever sees negative inputs: ReLU gives 0 and its gradient is 0
dying = [-0.8, -2.4, -0.1, -5.5, -1.2]

# constant arithmetic is computed without running Python
odd = [1 / 3, 2**-4, -(1 + 2) * 3, np.pi, float("inf")]
