"""Make the shipped model out of a checkpoint: two ONNX graphs, the encoder's products in int8.

    python training/export.py --model build/model --out src/allegiance/language/model [--float]

``read.onnx`` takes ids and shapes (B, P) and firsts (B, 1 + W), all int64, and gives for each word its universal tag
and fine tag (B, W), its likeliest lemma scripts (B, W, 6), log probabilities of name tags (B, W, n) and of heads (B,
W, 1 + W), and the two sides of the label scores. ``label.onnx`` takes the sides with the heads decided on (B, W) and
gives labels (B, W). The graphs are written node by node: what runs is what stands here, whatever exporter is in
fashion.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from features import Answers
from network import ATTENTION_HEADS, LABEL, WIDTH, Encoder, Layer, Linear, Network
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET, MICROSOFT = 20, "com.microsoft"
SCRIPTS = 6
"""Lemma scripts given for each word, the likeliest first."""


class Graph:
    """An ONNX graph in the making: every call adds a node and gives the name of its output.

    The weights of the heads are kept in 16 bits unless ``whole``; they are counted with in 32.
    """

    def __init__(self, whole: bool) -> None:
        self.whole = whole
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic] | torch.Tensor) -> str:
        array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def numbers(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def node(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", name: str = "", **attributes) -> str:
        made = [name] if name else [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), made, domain=domain, **attributes))
        return made[0] if outputs == 1 else made

    def linear(self, x: str, layer: torch.nn.Linear, name: str = "") -> str:
        weight = self.constant(layer.weight.T if self.whole else layer.weight.T.half())
        if not self.whole:
            weight = self.node("Cast", weight, to=TensorProto.FLOAT)
        return self.node("Add", self.node("MatMul", x, weight), self.constant(layer.bias), name=name)

    def rounded_inputs(self, x: str, layer: Linear) -> tuple[str, str, str]:
        """``x`` in eight bits with its scale and zero, the same arithmetic as ``Linear.forward`` with rounding."""
        step = np.float32((layer.high - layer.low).item() / Linear.INPUT_STEPS)
        zero = np.uint8(round(-layer.low.item() / float(step)))
        scale, zero_point = self.constant(np.array(step)), self.constant(np.array(zero))
        return self.node("QuantizeLinear", x, scale, zero_point), scale, zero_point

    def int8_linear(self, x: str, layer: Linear) -> str:
        rounded, scale, zero_point = self.rounded_inputs(x, layer)
        weight = layer.weight.detach()
        steps = weight.abs().amax(1).clamp_min(1e-8) / Linear.WEIGHT_STEPS
        whole = (weight / steps[:, None]).round().to(torch.int8)
        return self.node(
            "MatMulIntegerToFloat", rounded, self.constant(whole.T), scale, self.constant(steps),
            zero_point, self.constant(np.zeros(len(steps), dtype=np.int8)), self.constant(layer.bias), domain=MICROSOFT,
        )  # fmt: skip

    def norm(self, x: str, layer: torch.nn.LayerNorm) -> str:
        return self.node(
            "LayerNormalization", x, self.constant(layer.weight), self.constant(layer.bias), epsilon=layer.eps, axis=-1
        )

    def save(self, path: Path, inputs: dict[str, tuple[int, list]], outputs: dict[str, tuple[int, list]]) -> None:
        def values(of: dict[str, tuple[int, list]]) -> list[onnx.ValueInfoProto]:
            return [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in of.items()]

        graph = helper.make_graph(self.nodes, path.stem, values(inputs), values(outputs), self.constants)
        model = helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
            ir_version=9,
        )
        onnx.save(model, path)


def embed(graph: Graph, table: torch.Tensor, ids: str, whole: bool) -> str:
    """Rows of an embedding table, kept as int8 with one scale a row unless ``whole``."""
    if whole:
        return graph.node("Gather", graph.constant(table), ids)
    steps = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
    rows = graph.node("Gather", graph.constant((table / steps).round().to(torch.int8)), ids)
    scales = graph.node("Gather", graph.constant(steps), ids)
    return graph.node("Mul", graph.node("Cast", rows, to=TensorProto.FLOAT), scales)


def embedded(graph: Graph, made: Encoder, whole: bool) -> str:
    """What the pieces (B, P, H) of ``ids`` and ``shapes`` begin as."""
    length = graph.node("Gather", graph.node("Shape", "ids"), graph.numbers(1))
    places = graph.node("Slice", graph.constant(made.places.weight), graph.numbers(0), length, graph.numbers(0))
    x = graph.node("Add", embed(graph, made.words.weight.detach(), "ids", whole), places)
    return graph.node("Add", x, graph.node("Gather", graph.constant(made.shapes.weight), "shapes"))


def encoder_layer(graph: Graph, layer: Layer, x: str, whole: bool, *, mask: str = "", bias: str = "") -> str:
    """One layer; ``mask`` (B, P) tells real pieces, ``bias`` (B, 1, P, P) is added to the attention."""
    linear = graph.linear if whole else graph.int8_linear
    parts = graph.numbers(WIDTH, WIDTH, WIDTH)
    query, key, value = graph.node("Split", linear(x, layer.attend), parts, outputs=3, axis=2)
    context = graph.node(
        "MultiHeadAttention", query, key, value, "", mask, bias, domain=MICROSOFT, num_heads=ATTENTION_HEADS
    )
    x = graph.norm(graph.node("Add", x, linear(context, layer.mix)), layer.norm_attention)
    inner = graph.node("Gelu", linear(x, layer.grow))
    return graph.norm(graph.node("Add", x, linear(inner, layer.shrink)), layer.norm_out)


def encoder(graph: Graph, made: Encoder, whole: bool) -> str:
    x = graph.norm(embedded(graph, made, whole), made.norm)
    real = graph.node("Greater", "ids", graph.numbers(0))
    mask = graph.node("Cast", real, to=TensorProto.INT32)
    for layer in made.layers:
        x = encoder_layer(graph, layer, x, whole, mask=mask)
    return x


def best(graph: Graph, x: str, layer: torch.nn.Linear, name: str) -> None:
    graph.node("ArgMax", graph.linear(x, layer), name=name, axis=-1, keepdims=0)


def read_graph(network: Network, path: Path, whole: bool) -> None:
    graph = Graph(whole)
    pieces = encoder(graph, network.encoder, whole)
    index = graph.node("Unsqueeze", "firsts", graph.numbers(-1))
    every = graph.node("GatherND", pieces, index, batch_dims=1)
    words = graph.node("Slice", every, graph.numbers(1), graph.numbers(2**31), graph.numbers(1))
    best(graph, words, network.upos, "upos")
    best(graph, words, network.xpos, "xpos")
    top = graph.numbers(SCRIPTS)
    graph.nodes.append(helper.make_node("TopK", [graph.linear(words, network.lemma), top], ["lemma_scores", "lemma"]))
    graph.node("LogSoftmax", graph.linear(words, network.name), name="names", axis=-1)
    arc_word = graph.node("Gelu", graph.linear(words, network.arc_word[0]))
    arc_head = graph.node("Gelu", graph.linear(every, network.arc_head[0]))
    turned = graph.node("Transpose", arc_head, perm=[0, 2, 1])
    scores = graph.node("MatMul", graph.node("MatMul", arc_word, graph.constant(network.arc)), turned)
    bias = graph.node("Transpose", graph.linear(arc_head, network.arc_bias), perm=[0, 2, 1])
    scores = graph.node("Add", scores, bias)
    column = graph.node("Unsqueeze", padding(graph), graph.numbers(1))
    graph.node("LogSoftmax", graph.node("Add", scores, column), name="arcs", axis=-1)
    graph.linear(words, network.label_word, name="label_word")
    graph.linear(every, network.label_head, name="label_head")
    whole_number, real = TensorProto.INT64, TensorProto.FLOAT
    graph.save(
        path,
        {"ids": (whole_number, ["B", "P"]), "shapes": (whole_number, ["B", "P"]), "firsts": (whole_number, ["B", "V"])},
        {
            **{name: (whole_number, ["B", "W"]) for name in ("upos", "xpos")},
            "lemma": (whole_number, ["B", "W", SCRIPTS]),
            "names": (real, ["B", "W", network.name.out_features]), "arcs": (real, ["B", "W", "V"]),
            "label_word": (real, ["B", "W", LABEL]), "label_head": (real, ["B", "V", LABEL]),
        },
    )  # fmt: skip


def padding(graph: Graph) -> str:
    """(B, 1 + W): nothing for the root and for words, a large loss for padding, whose first piece is given as 0."""
    none = graph.node("Cast", graph.node("Equal", "firsts", graph.numbers(0)), to=TensorProto.FLOAT)
    root = graph.node("Slice", none, graph.numbers(0), graph.numbers(1), graph.numbers(1))
    rest = graph.node("Slice", none, graph.numbers(1), graph.numbers(2**31), graph.numbers(1))
    zero = graph.node("Mul", root, graph.constant(np.float32(0)))
    loss = graph.node("Mul", rest, graph.constant(np.float32(-1e4)))
    return graph.node("Concat", zero, loss, axis=1)


def label_graph(network: Network, path: Path, whole: bool) -> None:
    graph = Graph(whole)
    chosen = graph.node("GatherND", "label_head", graph.node("Unsqueeze", "heads", graph.numbers(-1)), batch_dims=1)
    added = graph.node("Relu", graph.node("Add", "label_word", chosen))
    pair = graph.node("Concat", added, graph.node("Mul", "label_word", chosen), axis=-1)
    best(graph, pair, network.label_pair, "labels")
    whole_number, real = TensorProto.INT64, TensorProto.FLOAT
    graph.save(
        path,
        {
            "label_word": (real, ["B", "W", LABEL]), "label_head": (real, ["B", "V", LABEL]),
            "heads": (whole_number, ["B", "W"]),
        },
        {"labels": (whole_number, ["B", "W"])},
    )  # fmt: skip


def export(model: Path, out: Path, whole: bool) -> None:
    answers = Answers(**{key: tuple(value) for key, value in json.loads((model / "answers.json").read_text()).items()})
    saved = torch.load(model / "checkpoint.pt", weights_only=False, map_location="cpu")
    vocabulary = len(saved["network"]["encoder.words.weight"])
    network = Network(answers.sizes(vocabulary)).eval()
    network.load_state_dict(saved["network"])
    if not whole and not all(layer.attend.high for layer in network.encoder.layers):
        raise SystemExit("this checkpoint is from before the rounding began: export it with --float")
    out.mkdir(parents=True, exist_ok=True)
    read_graph(network, out / "read.onnx", whole)
    label_graph(network, out / "label.onnx", whole)
    for name in ("tokenizer.json", "answers.json", "lemmas.tsv"):
        shutil.copy(model / name, out / name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep everything in float32, to see what int8 costs")
    arguments = parser.parse_args()
    export(arguments.model, arguments.out, arguments.float)


if __name__ == "__main__":
    main()
