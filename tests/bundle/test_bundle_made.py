"""What is made: the same of the same, listed, checked, and installable without a network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from venv import EnvBuilder

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from bundle.wheels import ROOT, build_own, read_wheel
from sahel_tui import __version__

if TYPE_CHECKING:
    from tests.bundle.conftest import Run

AGAIN = """
import os, sys
from pathlib import Path
from bundle.__main__ import write
from bundle.archive import Edition
from bundle.wheels import read_wheel
from tests.bundle.conftest import PYTHONS
folder, version = Path(sys.argv[1]), sys.argv[2]
wheels = sorted(map(read_wheel, (folder / "wheels").iterdir()))
write(folder, Edition(version, os.uname().machine, PYTHONS, wheels))
"""


@pytest.fixture(scope="session")
def bill(made: Path) -> Any:
    """The bill of materials."""
    return json.loads(next(made.glob("*.cdx.json")).read_text("utf-8"))


def test_the_same_wheels_give_the_same_bytes(made: Path, tmp_path: Path, run: Run) -> None:
    shutil.copytree(made / "wheels", tmp_path / "wheels", copy_function=shutil.copyfile)
    again = run(
        *("sh", "-c", 'umask 077; exec "$@"', "sh"),
        *(sys.executable, "-c", AGAIN, tmp_path, __version__),
        PYTHONPATH=str(ROOT),
        PYTHONHASHSEED="7",
        TZ="Asia/Tokyo",
        LANG="C",
    )
    assert again.returncode == 0, again.stderr
    assert _digests(tmp_path) == _digests(made)


def test_the_same_files_give_the_same_wheel(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "another place"
    left_out = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "tests", "screenshots")
    shutil.copytree(ROOT, one, ignore=left_out)
    shutil.copytree(one, other, copy_function=shutil.copyfile)  # with other modes and times
    for checkout in (one, other):
        build_own(checkout / "dist", checkout)
    wheels = [next(checkout.glob("dist/*.whl")).read_bytes() for checkout in (one, other)]
    assert wheels[0] == wheels[1]


def _digests(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and "home" not in path.parts]
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


@pytest.mark.system("sha256sum")
def test_every_file_has_a_checksum_that_holds(made: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=made, check=True)
    listed = {line.split()[1] for line in (made / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert listed == set(_digests(made)) - {"SHA256SUMS"}


def test_the_bill_of_materials_is_as_its_specification_wants_it(made: Path) -> None:
    text = next(made.glob("*.cdx.json")).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_bill_names_every_wheel_with_its_version_hash_and_licence(
    made: Path, bill: Any
) -> None:
    components = {one["bom-ref"]: one for one in bill["components"]}
    assert set(components) == {path.name for path in (made / "wheels").iterdir()}
    for path in (made / "wheels").iterdir():
        wheel, one = read_wheel(path), components[path.name]
        assert (one["name"], one["version"]) == (wheel.name, wheel.version)
        assert one["hashes"] == [{"alg": "SHA-256", "content": wheel.digest}]
        purl = PackageURL.from_string(one["purl"])
        assert (purl.type, purl.name, purl.version) == ("pypi", wheel.name, wheel.version)
        assert all("id" in licence["license"] for licence in one["licenses"])
        assert one["licenses"]


def test_the_bill_tells_which_needs_which(made: Path, bill: Any, archive: Path) -> None:
    needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    own = next((made / "wheels").glob("sahel_tui-*")).name
    assert needs[archive.name] == [own]
    reached: set[str] = set()
    waiting = [archive.name]
    while waiting:
        found = set(needs[waiting.pop()]) - reached
        reached |= found
        waiting += found
    assert reached == {path.name for path in (made / "wheels").iterdir()}


def test_the_bill_is_of_this_archive(bill: Any, archive: Path) -> None:
    whole = bill["metadata"]["component"]
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert whole["hashes"] == [{"alg": "SHA-256", "content": digest}]
    assert (whole["name"], whole["version"]) == ("sahel-tui", __version__)


def test_the_licences_are_listed_and_whole(made: Path, archive: Path) -> None:
    text = (made / "LICENCES.txt").read_text("utf-8")
    assert zipfile.ZipFile(archive).read("LICENCES.txt").decode() == text
    table, _, texts = text.partition("\n\n")
    packages = {(one.name, one.version) for one in map(read_wheel, (made / "wheels").iterdir())}
    assert {tuple(row.split()[:2]) for row in table.splitlines()} == packages
    assert "the package has no text" not in texts
    for name, version in packages:
        assert f"\n{name} {version}: " in texts


def test_the_archive_holds_the_wheels_as_they_were_fetched(made: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive) as bundle:
        for path in (made / "wheels").iterdir():
            assert bundle.read(f"wheels/{path.name}") == path.read_bytes()


def test_nothing_tells_of_the_machine_or_the_index(made: Path, archive: Path) -> None:
    own = next((made / "wheels").glob("sahel_tui-*"))
    texts = [path.read_bytes() for path in made.iterdir() if path.is_file() and path != archive]
    for path in (archive, own):
        with zipfile.ZipFile(path) as opened:
            names = [name for name in opened.namelist() if not name.endswith(".whl")]
            texts += [opened.read(name) for name in names]
    places = {str(ROOT), str(made), str(Path.home()), sys.prefix, *_indexes()}
    told = [place for place in places for text in texts if place.encode() in text]
    assert told == []


def _indexes() -> set[str]:
    """The hosts and folders that pip fetches from here."""
    run = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    )
    settings = [line.partition("=") for line in run.stdout.splitlines()]
    told = [value for key, _, value in settings if key.endswith(("index-url", "find-links"))]
    words = [word.strip("'\"") for value in told for word in value.split()]
    places = [word.partition("://")[2] or word for word in words]
    hosts = {place if place.startswith("/") else place.split("/")[0] for place in places}
    return {"pypi.org", "pythonhosted.org"} | {host for host in hosts if host}


@pytest.mark.system("unshare")
def test_pip_installs_the_wheels_without_a_network(made: Path, tmp_path: Path, run: Run) -> None:
    EnvBuilder(symlinks=True).create(tmp_path / "venv")
    python = str(tmp_path / "venv" / "bin" / "python")
    offline = (
        ["unshare", "--user", "--map-root-user", "--net"] if os.geteuid() else ["unshare", "-n"]
    )
    options = ["--no-index", "--find-links", "wheels", "--require-hashes", "-r", "requirements.txt"]
    pip = [sys.executable, "-m", "pip", "--python", python, "--isolated", "--no-cache-dir"]
    command = [*offline, *pip, "install", "--quiet", "--disable-pip-version-check", *options]
    subprocess.run(command, cwd=made, check=True, env=os.environ | {"PIP_CONFIG_FILE": os.devnull})
    told = run(tmp_path / "venv" / "bin" / "sahel-tui", "points")
    assert (told.returncode, told.stderr) == (0, "")
    assert "j1.1" in told.stdout
