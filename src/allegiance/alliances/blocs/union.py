"""Who must be on the same side as whom: a disjoint-set forest in which each link also says same or other side."""

from __future__ import annotations


class Sides:
    """Items joined one by one, each join saying whether the two stand together (+1) or apart (-1).

    Source: the union-find of Tarjan (1975) with the parity of the path to the root kept at each item.
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._sign = [1] * size

    def find(self, item: int) -> tuple[int, int]:
        """The item that stands for all those joined with this one, and the sign between the two."""
        path = []
        while self._parent[item] != item:
            path.append(item)
            item = self._parent[item]
        sign = 1
        for node in reversed(path):
            sign *= self._sign[node]
            self._parent[node], self._sign[node] = item, sign
        return item, sign

    def join(self, first: int, second: int, sign: int = 1) -> bool:
        """Join two items; False, and nothing is changed, if they were joined before."""
        (one, sign_one), (other, sign_other) = self.find(first), self.find(second)
        if one == other:
            return False
        self._parent[max(one, other)] = min(one, other)
        self._sign[max(one, other)] = sign_one * sign_other * sign
        return True
