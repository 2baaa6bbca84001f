"""Packages whose tables are wanted far oftener than their machinery, which is imported when it is first asked for."""

from collections.abc import Callable
from importlib import import_module


def offered(package: str, **modules: str) -> Callable[[str], object]:
    """Return the `__getattr__` of a package (PEP 562) that offers names of its modules, each given as a list of words.

    No name may be a module's: Python would put the module in its place.
    """
    where = {name: module for module, names in modules.items() for name in names.split()}

    def found(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return found
