"""Train the coder from pairs of actors: what the one does to the other in a sentence.

    python training/coder.py --corpora ../shared/corpora --out build/coder [--folds 5]

With ``--folds`` it trains once a fold, each time without a part of the sentences, and writes what the models say of
the part they did not see: measured on what is then trained on in full. See `acts.py` for the data.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import acts
import features
import torch
from acts import ANSWERS, NONE, Example
from network import WIDTH, Encoder, Sizes, round_as_int8
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F
from train import minilm

from allegiance.coder import Pair
from allegiance.coder.marks import MARKERS, Marked, feed, numbers

ROOT = Path(__file__).parent.parent
PAIRS = 12
NOTHING = ANSWERS.index(NONE)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; rates are peaks, reached after the warm-up and then falling to nothing in a line.

    ``batch`` counts pieces and markers; ``silent`` is the weight of a pair of which nothing is said.
    """

    epochs: int = 5
    batch: int = 1500
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    word_dropout: float = 0.06
    smoothing: float = 0.1
    rounding: float = 0.3
    vote_dropout: float = 0.3
    silent: float = 0.5
    seed: int = 0


class Coder(nn.Module):
    """A text with pairs of actors marked, and the lexicon's votes, to scores over ``ANSWERS``, both ways."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        none = dict.fromkeys(("upos", "xpos", "lemmas", "labels", "names"), 1)
        self.encoder = Encoder(Sizes(vocabulary=vocabulary, positions=features.POSITIONS, **none), dropout=0.08)
        self.marker = nn.Parameter(torch.zeros(WIDTH))
        self.votes = nn.Embedding(2 * len(ANSWERS), WIDTH)
        nn.init.normal_(self.votes.weight, std=0.02)
        self.dropout = nn.Dropout(0.15)
        self.hidden = nn.Linear(MARKERS * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, len(ANSWERS))

    def forward(self, ids: Tensor, shapes: Tensor, spans: Tensor, seen: Tensor, votes: Tensor) -> Tensor:
        """What `marks.feed` gives, and votes (B, P, 2): relations from first to second and back; (B, P, 2, n)."""
        encoder = self.encoder
        text = encoder.embed(ids, shapes)
        markers = spans @ text + self.marker
        x = encoder.dropout(encoder.norm(torch.cat([text, markers], 1)))
        for layer in encoder.layers:
            x = layer(x, seen)
        pairs = self.dropout(x[:, ids.shape[1] :].unflatten(1, (-1, MARKERS)))
        ways = torch.stack([pairs.flatten(2), pairs[:, :, [1, 0, 2]].flatten(2)], 2)
        places = torch.tensor([0, len(ANSWERS)], device=votes.device)
        voted = torch.stack([self.votes(votes + places).sum(2), self.votes(votes.flip(2) + places).sum(2)], 2)
        return self.out(self.dropout(F.gelu(self.hidden(ways) + voted)))


@dataclass(frozen=True, slots=True)
class Item:
    """A text as numbers; for each pair the votes and, both ways, the answers that are right, none where unknown."""

    marked: Marked
    votes: list[tuple[int, int]]
    right: list[tuple[list[bool], list[bool]]]
    examples: list[tuple[int, int]]


def items(examples: Sequence[Example], pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Item]:
    """Texts with at most ``PAIRS`` pairs each. ``examples`` of an item are the places of a pair's two ways, or -1."""
    ways = {(one.text, one.source, one.target): place for place, one in enumerate(examples)}
    texts: dict[str, list[tuple[int, int]]] = {}
    for place, one in enumerate(examples):
        back = ways.get((one.text, one.target, one.source), -1)
        if back == -1 or place < back:
            texts.setdefault(one.text, []).append((place, back))
    made = []
    for text, both in texts.items():
        cut, places = acts.words(text)
        for begin in range(0, len(both), PAIRS):
            chosen = both[begin : begin + PAIRS]
            given = [pairs[place] for place, _ in chosen]
            made.append(Item(
                marked=numbers(cut, places, given, tokenizer),
                votes=[(ANSWERS.index(pair.forth or NONE), ANSWERS.index(pair.back or NONE)) for pair in given],
                right=[(_right(examples, place), _right(examples, back)) for place, back in chosen],
                examples=chosen,
            ))  # fmt: skip
    return made


def _right(examples: Sequence[Example], place: int) -> list[bool]:
    return [place >= 0 and answer in examples[place].right for answer in ANSWERS]


def collate(group: Sequence[Item]) -> tuple[dict[str, Tensor], Tensor]:
    """What `Coder.forward` is given, and the right answers (B, P, 2, n)."""
    given = {key: torch.from_numpy(value) for key, value in feed([item.marked for item in group]).items()}
    pairs = given["spans"].shape[1] // MARKERS
    given["votes"] = torch.zeros(len(group), pairs, 2, dtype=torch.long)
    right = torch.zeros(len(group), pairs, 2, len(ANSWERS), dtype=torch.bool)
    for row, item in enumerate(group):
        given["votes"][row, : len(item.votes)] = torch.tensor(item.votes)
        right[row, : len(item.right)] = torch.tensor(item.right)
    return given, right


def loss_of(scores: Tensor, right: Tensor, plan: Plan) -> Tensor:
    """The chance of any right answer where one is known, with smoothing over all answers (Szegedy et al., 2016)."""
    known = right.any(-1)
    chances, right = scores[known].float().log_softmax(-1), right[known]
    hit = chances.masked_fill(~right, -1e4).logsumexp(-1)
    loss = -(1 - plan.smoothing) * hit - plan.smoothing * chances.mean(-1)
    weight = torch.where(right[:, NOTHING], plan.silent, 1.0)
    return (loss * weight).sum() / weight.sum().clamp_min(1)


def train(made: Sequence[Item], start: dict[str, Tensor], vocabulary: int, plan: Plan, mask: int) -> Coder:
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    coder = Coder(vocabulary)
    coder.encoder.load_state_dict(start)
    coder.encoder.words.weight.requires_grad_(False)
    inside = {id(parameter) for parameter in coder.encoder.parameters()}
    groups = [
        {"params": [p for p in coder.parameters() if id(p) in inside and p.requires_grad], "lr": plan.encoder_rate},
        {"params": [p for p in coder.parameters() if id(p) not in inside], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = plan.epochs * len(batches(made, plan.batch, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1, (k + 1) / (plan.warm_up * steps)) * max(0.0, (steps - k) / steps)
    )
    step, started = 0, time.time()
    coder.train()
    for _ in range(plan.epochs):
        for group in batches(made, plan.batch, chance)[: steps - step]:
            if step >= steps * (1 - plan.rounding):
                round_as_int8(coder, True)
            given, right = collate(group)
            ids = given["ids"]
            given["ids"] = torch.where((torch.rand(ids.shape) < plan.word_dropout) & (ids > mask), mask, ids)
            given["votes"] = given["votes"] * (torch.rand(*given["votes"].shape[:2], 1) > plan.vote_dropout)
            with torch.autocast("cpu", torch.bfloat16):
                scores = coder(**given)
            loss = loss_of(scores, right, plan)
            loss.backward()
            nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"{step}/{steps} {time.time() - started:.0f}s loss {loss.item():.3f}", flush=True)
    return coder.eval()


def batches(made: Sequence[Item], places: int, chance: random.Random) -> list[list[Item]]:
    """Items of like size together, at most ``places`` pieces and markers with padding, in random order."""
    groups: list[list[Item]] = []
    widest = 0
    for item in sorted(made, key=lambda item: item.marked.cost + 8 * chance.random()):
        widest = max(widest, item.marked.cost)
        if not groups or widest * (len(groups[-1]) + 1) > places:
            groups.append([])
            widest = item.marked.cost
        groups[-1].append(item)
    chance.shuffle(groups)
    return groups


@torch.no_grad()
def chances(coder: Coder, made: Sequence[Item]) -> dict[int, list[float]]:
    """The probabilities of the answers under the place of each example."""
    found = {}
    for begin in range(0, len(made), 32):
        group = made[begin : begin + 32]
        given, _ = collate(group)
        with torch.autocast("cpu", torch.bfloat16):
            rows = coder(**given).float().softmax(-1)
        for row, item in zip(rows, group, strict=True):
            for pair, places in zip(row, item.examples, strict=False):
                found.update({place: way.tolist() for place, way in zip(places, pair, strict=True) if place >= 0})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, help="a checkpoint of train.py to start from instead of MiniLM")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, default=0, help="train this many of the folds")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    arguments = parser.parse_args()
    plan = Plan(epochs=arguments.epochs)
    arguments.out.mkdir(parents=True, exist_ok=True)
    examples = acts.everything(
        arguments.corpora, ROOT / "training" / "acts", ROOT / "benchmarks" / "annotations" / "development.jsonl"
    )
    kept = features.latin_vocabulary(minilm() / "tokenizer.json", arguments.out / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(arguments.out / "tokenizer.json"))
    given = acts.pairs(examples)
    made = items(examples, given, tokenizer)
    print(f"{len(examples)} examples in {len(made)} texts", flush=True)
    start, mask = start_of(arguments.encoder, kept), tokenizer.token_to_id("[MASK]")
    if not arguments.folds:
        coder = train(made, start, len(kept), plan, mask)
        torch.save(coder.state_dict(), arguments.out / "coder.pt")
        return
    fold = {example.text: f for example, f in zip(examples, acts.folds(examples, arguments.folds), strict=True)}
    of = [fold[examples[item.examples[0][0]].text] for item in made]
    with (arguments.out / "folds.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(arguments.only or arguments.folds):
            coder = train([item for item, f in zip(made, of, strict=True) if f != number], start, len(kept), plan, mask)
            unseen = chances(coder, [item for item, f in zip(made, of, strict=True) if f == number])
            for place, row in sorted(unseen.items()):
                example = examples[place]
                told = {"text": example.text, "source": example.source, "target": example.target,
                        "right": sorted(example.right), "origin": example.origin, "vote": given[place].forth,
                        "chances": {answer: round(p, 5) for answer, p in zip(ANSWERS, row, strict=True)}}  # fmt: skip
                stream.write(json.dumps(told, ensure_ascii=False) + "\n")
            stream.flush()


def start_of(checkpoint: Path | None, kept: list[int]) -> dict[str, Tensor]:
    """The encoder's parameters to begin with: MiniLM's, or those of a language model trained here."""
    if checkpoint is None:
        encoder = Coder(len(kept)).encoder
        encoder.load_minilm(minilm(), kept)
        return encoder.state_dict()
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")["network"]
    return {key.removeprefix("encoder."): value for key, value in saved.items() if key.startswith("encoder.")}


if __name__ == "__main__":
    main()
