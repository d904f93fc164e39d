"""What every store that is open shares: whether it may be written to, and that a `with` block closes it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self

from kg.errors import StoreError


class OpenStore(ABC):
    """The part of `kg.store.base.Store` that is the same wherever the quads live.

    >>> class Nothing(OpenStore):
    ...     address = "nowhere"
    ...     def close(self) -> None:
    ...         print("closed")
    >>> with Nothing(read_only=True) as store:
    ...     store.writable()
    Traceback (most recent call last):
    kg.errors.StoreError: the store nowhere was opened for reading only; open it without read_only
    """

    def __init__(self, *, read_only: bool) -> None:
        self._read_only = read_only

    @property
    @abstractmethod
    def address(self) -> str:
        """Where it lives."""

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self._read_only

    @abstractmethod
    def close(self) -> None:
        """Let go of it."""

    def writable(self) -> None:
        """Raise StoreError unless this store may be written to."""
        if self._read_only:
            raise StoreError(
                f"the store {self.address} was opened for reading only; open it without read_only"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
