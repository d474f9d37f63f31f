"""Makes training.json: losses, gradients and trained weights of small networks, by PyTorch in float64."""
import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(3)

FUNCTIONS = {
    "identity": lambda a: a,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda a: torch.softmax(a, -1),
}


def loss_of(name, y, a, t):
    if name == "meanSquaredError":
        return F.mse_loss(y, t)
    if name == "crossEntropy":
        return -(t * torch.log_softmax(a, -1)).sum() / len(t)
    if name == "crossEntropyWithLogits":
        return F.cross_entropy(y, t)
    if name == "binaryCrossEntropy":
        return F.binary_cross_entropy_with_logits(a, t)
    return F.binary_cross_entropy_with_logits(y, t)


cases = []
for loss, last, outputs in (
    ("meanSquaredError", "identity", 2),
    ("meanSquaredError", "softmax", 3),
    ("crossEntropy", "softmax", 3),
    ("crossEntropyWithLogits", "identity", 3),
    ("binaryCrossEntropy", "sigmoid", 1),
    ("binaryCrossEntropy", "sigmoid", 2),
    ("binaryCrossEntropyWithLogits", "identity", 1),
):
    for optimiser in ("gradientDescent", "momentum", "adam"):
        sizes = [2, 4, outputs]
        functions = ["tanh", last]
        x = torch.randn(6, 2)
        t = F.one_hot(torch.arange(6) % outputs, outputs).double() if outputs > 1 else (torch.arange(6) % 2).double()[:, None]
        weights = [torch.randn(n, m, requires_grad=True) for n, m in zip(sizes, sizes[1:])]
        biases = [torch.randn(m, requires_grad=True) for m in sizes[1:]]
        start = [w.tolist() for w in weights], [b.tolist() for b in biases]
        parameters = weights + biases
        step = {
            "gradientDescent": lambda: torch.optim.SGD(parameters, 0.1),
            "momentum": lambda: torch.optim.SGD(parameters, 0.1, momentum=0.9),
            "adam": lambda: torch.optim.Adam(parameters, 0.1),
        }[optimiser]()
        losses, first = [], None
        for _ in range(8):
            z = x
            for w, b, f in zip(weights, biases, functions):
                a = z @ w + b
                z = FUNCTIONS[f](a)
            value = loss_of(loss, z, a, t)
            step.zero_grad()
            value.backward()
            losses.append(value.item())
            if first is None:
                first = [w.grad.tolist() for w in weights], [b.grad.tolist() for b in biases]
            step.step()
        cases.append(
            {
                "loss": loss,
                "optimiser": optimiser,
                "functions": functions,
                "x": x.tolist(),
                "t": t.tolist(),
                "weights": start[0],
                "biases": start[1],
                "gradients": {"weights": first[0], "biases": first[1]},
                "losses": losses,
                "trained": {"weights": [w.tolist() for w in weights], "biases": [b.tolist() for b in biases]},
            }
        )
print(json.dumps(cases))
