"""The networks that the benchmark of blocs makes."""

from __future__ import annotations

from benchmarks.blocs import Plan, planted


def test_without_turned_signs_a_planted_network_is_in_balance() -> None:
    from allegiance.alliances.blocs import partition

    graph = planted(Plan(20, 100, blocs=2, turned=0))
    assert (len(graph.actors), len(graph.ties)) == (20, 100)
    assert partition(graph).frustration == 0


def test_the_share_of_ties_inside_blocs_can_be_set() -> None:
    graph = planted(Plan(300, 1000, blocs=5, turned=0, inside=0.3))
    assert 250 < sum(weight > 0 for _, _, weight in graph.ties) < 350


def test_a_plan_makes_the_same_network_every_time() -> None:
    assert planted(Plan(seed=3)) == planted(Plan(seed=3)) != planted(Plan(seed=4))
