"""A bundle as a folder: the validators of others accept it, and it is whole or not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from rocrate.rocrate import ROCrate

from kgapp.domain.errors import BadInput
from kgapp.services.bundles import packages, verifying
from kgapp.services.bundles.packages import Form
from tests.services.bundles.conftest import User
from tests.services.bundles.pairs import records


def written(user: User, file: Path, folder: Path, form: Form) -> int:
    found = verifying.check(user.checker, file)
    assert found.manifest is not None
    with user.exchange.containers.open(file) as container:
        return packages.write(container, found.manifest, found.digest, folder, form)


def test_an_ro_crate_is_read_by_its_own_library(bob: User, make: Callable[..., Path], tmp_path: Path) -> None:
    file, folder = make(records(3)[0]), tmp_path / "crate"
    assert written(bob, file, folder, Form.RO_CRATE) == 4
    crate = ROCrate(folder)
    assert crate.name == "Bundle 1 from Innovator to Leiden CDMO"
    parts = {part.id for part in crate.root_dataset["hasPart"]}
    assert parts == {"graph.nq", "manifest.json", "manifest.sig"}
    assert all((folder / part).is_file() for part in parts)
    assert crate.get("graph.nq").type == "File"
    told = json.loads((folder / "ro-crate-metadata.json").read_bytes())
    root = next(each for each in told["@graph"] if each["@id"] == "./")
    assert {"name", "description", "datePublished", "license"} <= root.keys()


def test_a_bag_is_valid_and_notices_what_was_altered(bob: User, make: Callable[..., Path], tmp_path: Path) -> None:
    file, folder = make(records(3)[0]), tmp_path / "bag"
    written(bob, file, folder, Form.BAGIT)
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert bag.info["Source-Organization"] == "Innovator"
    (folder / "data" / "graph.nq").write_bytes(b"")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


@pytest.mark.parametrize("form", Form)
def test_nothing_is_replaced_and_nothing_half_done(
    form: Form, bob: User, make: Callable[..., Path], tmp_path: Path
) -> None:
    file, folder = make(records(3)[0]), tmp_path / "there"
    folder.mkdir()
    with pytest.raises(BadInput, match="already"):
        written(bob, file, folder, form)
    with pytest.raises(BadInput, match="cannot be made"):
        written(bob, file, tmp_path / "no" / "where", form)
    assert list(folder.iterdir()) == []
