from __future__ import annotations

import subprocess
import sys
from importlib import resources
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent

import pytest

import allegiance
from allegiance.model import Document

NAMES = [
    "AllegianceError",
    "Claim",
    "Document",
    "DocumentError",
    "Kind",
    "Mention",
    "Party",
    "Status",
    "__version__",
    "claim_to_dict",
    "extract_claims",
    "read_documents",
]


def test_the_public_names_are_these() -> None:
    assert sorted(allegiance.__all__) == NAMES


@pytest.mark.usefixtures("stub_extract")
@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(allegiance, name) is not None


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = allegiance.nothing


def test_importing_the_package_loads_no_heavy_library_and_prints_nothing() -> None:
    code = cleandoc("""
        import sys, allegiance, allegiance.cli
        heavy = {"spacy", "numpy", "onnxruntime", "trafilatura", "tokenizers", "networkx", "lxml", "duckdb", "polars"}
        print(sorted(heavy & set(sys.modules)))
    """)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (result.stdout.decode().strip(), result.stderr) == ("[]", b"")


def test_the_package_says_that_it_is_typed() -> None:
    assert resources.files("allegiance").joinpath("py.typed").is_file()


def test_the_example_in_the_docstring_runs(
    stub_extract: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("Iran backs the Badr Organization.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    _, _, example = (allegiance.__doc__ or "").partition("\n\nFrom Python:\n\n")
    assert all(not line or line.startswith("    ") for line in example.splitlines())
    exec(compile(dedent(example), "the docstring", "exec"), {})  # noqa: S102 - our own page
    assert len(stub_extract) == 1
    assert capsys.readouterr().out == "Iran sponsor Badr Iran backs the Badr Organization.\n"
