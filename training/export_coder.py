"""Make the shipped coder out of what `coder.py` trained: one ONNX graph, the encoder's products in int8.

    python training/export_coder.py --model build/coder --out src/allegiance/coder/model [--temperature 1.0]

``code.onnx`` takes what `marks.feed` makes of a batch, and votes (B, P, 2), and gives scores (B, P, 2, n).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from acts import ANSWERS
from export import Graph, embedded, encoder_layer
from network import WIDTH
from onnx import TensorProto

from allegiance.coder.marks import MARKERS
from coder import Coder


def code_graph(coder: Coder, path: Path, whole: bool) -> None:
    """Node by node what `Coder.forward` does."""
    graph = Graph(whole)
    text = embedded(graph, coder.encoder, whole)
    markers = graph.node("Add", graph.node("MatMul", "spans", text), graph.constant(coder.marker))
    x = graph.norm(graph.node("Concat", text, markers, axis=1), coder.encoder.norm)
    for layer in coder.encoder.layers:
        x = encoder_layer(graph, layer, x, whole, bias="seen")
    length = graph.node("Gather", graph.node("Shape", "ids"), graph.numbers(1))
    read = graph.node("Slice", x, length, graph.numbers(2**31), graph.numbers(1))
    pairs = graph.node("Reshape", read, graph.numbers(0, -1, MARKERS, WIDTH))
    turned = graph.node("Gather", pairs, graph.numbers(1, 0, 2), axis=2)
    whole_pair = graph.numbers(0, -1, 1, MARKERS * WIDTH)
    ways = graph.node("Concat", *(graph.node("Reshape", way, whole_pair) for way in (pairs, turned)), axis=2)
    table, back = graph.constant(coder.votes.weight), graph.node("Gather", "votes", graph.numbers(1, 0), axis=2)
    voted = []
    for votes in ("votes", back):
        found = graph.node("Gather", table, graph.node("Add", votes, graph.numbers(0, len(ANSWERS))))
        voted.append(graph.node("ReduceSum", found, graph.numbers(2), keepdims=1))
    hidden = graph.linear(ways, coder.hidden)
    hidden = graph.node("Gelu", graph.node("Add", hidden, graph.node("Concat", *voted, axis=2)))
    graph.linear(hidden, coder.out, name="scores")
    number, real = TensorProto.INT64, TensorProto.FLOAT
    graph.save(
        path,
        {
            "ids": (number, ["B", "L"]), "shapes": (number, ["B", "L"]), "spans": (real, ["B", "M", "L"]),
            "seen": (real, ["B", 1, "N", "N"]), "votes": (number, ["B", "P", 2]),
        },
        {"scores": (real, ["B", "P", 2, len(ANSWERS)])},
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--float", action="store_true", help="keep everything in float32, to see what int8 costs")
    arguments = parser.parse_args()
    state = torch.load(arguments.model / "coder.pt", map_location="cpu")
    coder = Coder(len(state["encoder.words.weight"])).eval()
    coder.load_state_dict(state)
    arguments.out.mkdir(parents=True, exist_ok=True)
    code_graph(coder, arguments.out / "code.onnx", arguments.float)
    answers = {"answers": list(ANSWERS), "temperature": arguments.temperature}
    (arguments.out / "answers.json").write_text(json.dumps(answers, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
