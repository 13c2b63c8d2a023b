"""The network: a six-layer MiniLM over word pieces and word shapes, and a head for each thing a word is asked.

Shapes: B sentences, P pieces, W words, H = 384. The heads see the first piece of each word. Arcs are scored by
a biaffine form (Dozat and Manning, 2017); a label is scored from the word and the head chosen for it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, ATTENTION_HEADS, INNER, SHAPES = 384, 6, 12, 1536, 7
ARC, LABEL = 320, 256


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many answers each head chooses from."""

    vocabulary: int
    positions: int
    upos: int
    xpos: int
    lemmas: int
    labels: int
    names: int


class Linear(nn.Linear):
    """A linear layer that can round weights and inputs as the exported int8 model will.

    Weights: symmetric, seven bits, one scale an output. Inputs: eight bits between a lowest and a highest value
    that are learnt as moving averages and then fixed, so that a sentence is read the same whatever stands beside
    it in the batch. The gradient passes the rounding unchanged (straight-through, Bengio et al., 2013).
    """

    WEIGHT_STEPS, INPUT_STEPS, MEMORY = 63, 255, 0.99

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.rounds = False
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        if not self.rounds:
            return super().forward(x)
        if self.training:
            self._watch(x.detach())
        scale = self.weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / self.WEIGHT_STEPS
        weight = self.weight + ((self.weight / scale).round() * scale - self.weight).detach()
        step = (self.high - self.low) / self.INPUT_STEPS
        zero = (-self.low / step).round()
        inside = x.clamp(-zero * step, (self.INPUT_STEPS - zero) * step)
        rounded = inside + ((inside / step).round() * step - inside).detach()
        return F.linear(rounded, weight, self.bias)

    @torch.no_grad()
    def _watch(self, x: Tensor) -> None:
        low, high = x.amin().float().clamp_max(-1e-3), x.amax().float().clamp_min(1e-3)
        keep = self.MEMORY if self.high else 0.0
        self.low.copy_(keep * self.low + (1 - keep) * low)
        self.high.copy_(keep * self.high + (1 - keep) * high)


class Layer(nn.Module):
    """One encoder layer, as in BERT: attention, then two dense layers, each with a residual and a norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend, self.mix = Linear(WIDTH, 3 * WIDTH), Linear(WIDTH, WIDTH)
        self.grow, self.shrink = Linear(WIDTH, INNER), Linear(INNER, WIDTH)
        self.norm_attention, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        asked = self.attend(x).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = asked.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH / ATTENTION_HEADS) + mask
        context = (self.dropout(scores.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.dropout(self.mix(context)))
        return self.norm_out(x + self.dropout(self.shrink(F.gelu(self.grow(x)))))


class Encoder(nn.Module):
    """Word pieces and shapes to vectors: ``(B, P), (B, P) -> (B, P, H)``."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, WIDTH)
        self.places = nn.Embedding(sizes.positions, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def embed(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """What the pieces begin as, before the first norm."""
        return self.words(ids) + self.shapes(shapes) + self.places(torch.arange(ids.shape[1], device=ids.device))

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        x = self.dropout(self.norm(self.embed(ids, shapes)))
        mask = ((ids == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, folder: Path, kept: list[int]) -> None:
        """Start from the MiniLM in ``folder``, with the rows of its vocabulary in ``kept``."""
        source = load_file(folder / "model.safetensors")
        own = {
            "words.weight": source["embeddings.word_embeddings.weight"][kept],
            "places.weight": source["embeddings.position_embeddings.weight"][: self.places.num_embeddings]
            + source["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": source["embeddings.LayerNorm.weight"],
            "norm.bias": source["embeddings.LayerNorm.bias"],
        }
        theirs = {
            "attend": ("attention.self.query", "attention.self.key", "attention.self.value"),
            "mix": ("attention.output.dense",), "grow": ("intermediate.dense",), "shrink": ("output.dense",),
            "norm_attention": ("attention.output.LayerNorm",), "norm_out": ("output.LayerNorm",),
        }  # fmt: skip
        for number in range(LAYERS):
            for name, others in theirs.items():
                for kind in ("weight", "bias"):
                    found = [source[f"encoder.layer.{number}.{other}.{kind}"] for other in others]
                    own[f"layers.{number}.{name}.{kind}"] = torch.cat(found)
        missing, unexpected = self.load_state_dict(own, strict=False)
        missing = [name for name in missing if not name.endswith((".low", ".high", "shapes.weight"))]
        if unexpected or missing:
            raise ValueError(f"the encoder in {folder} does not fit: {missing} {unexpected}")


def bottleneck(width: int, dropout: float = 0.25) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads. ``forward`` gives what does not depend on the chosen heads; ``label`` the rest."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.dropout = nn.Dropout(0.15)
        self.upos, self.xpos = nn.Linear(WIDTH, sizes.upos), nn.Linear(WIDTH, sizes.xpos)
        self.lemma, self.name = nn.Linear(WIDTH, sizes.lemmas), nn.Linear(WIDTH, sizes.names)
        self.arc_word, self.arc_head = bottleneck(ARC), bottleneck(ARC)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        nn.init.xavier_uniform_(self.arc)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_word, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_pair = nn.Linear(2 * LABEL, sizes.labels)

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """``firsts`` (B, 1 + W): the place of each word's first piece, the sentence's start before them.

        Gives upos, xpos, lemma and name scores (B, W, n), arc scores (B, W, 1 + W) and the two sides of the label
        scores (B, W, LABEL), (B, 1 + W, LABEL).
        """
        pieces = self.encoder(ids, shapes)
        every = self.dropout(pieces.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH)))
        words = every[:, 1:]
        arc_head = self.arc_head(every)
        arcs = self.arc_word(words) @ self.arc @ arc_head.transpose(1, 2) + self.arc_bias(arc_head).transpose(1, 2)
        sides = self.label_word(words), self.label_head(every)
        return self.upos(words), self.xpos(words), self.lemma(words), self.name(words), arcs, *sides

    def label(self, word: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Label scores (B, W, n) of each word under its head, ``heads`` (B, W) counting from 0, the root."""
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        pair = torch.cat([F.relu(word + chosen), word * chosen], -1)
        return self.label_pair(F.dropout(pair, 0.2, self.training))


def round_as_int8(network: nn.Module, on: bool) -> None:
    """Whether the linear layers of an encoder round as the exported model will."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.rounds = on
