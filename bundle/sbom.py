"""What is inside, in the form that tools read: CycloneDX 1.6 as JSON."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from typing import TYPE_CHECKING, Any

from bundle.archive import moment
from bundle.metadata import read_metadata
from bundle.wheels import PROGRAM, environment, needs

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.archive import Edition
    from bundle.metadata import Metadata
    from bundle.wheels import Wheel


def sbom(edition: Edition, archive: Path) -> str:
    """The bill of materials of an archive that has been written."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, digest).urn,
        "version": 1,
        "metadata": {**_time(), "component": _whole(edition, archive.name, digest)},
        "components": [_component(one, read_metadata(one.path)) for one in edition.wheels],
        "dependencies": _dependencies(edition, archive.name),
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _time() -> dict[str, str]:
    """When the bundle was made, if SOURCE_DATE_EPOCH tells."""
    seconds = moment()
    if seconds is None:
        return {}
    return {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))}


def _whole(edition: Edition, name: str, digest: str) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": name,
        "name": PROGRAM,
        "version": edition.version,
        "description": f"{name}: the program with all that it needs, for one architecture",
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }


def _component(wheel: Wheel, metadata: Metadata) -> dict[str, Any]:
    """A wheel. A compiled package has one for each Python: the purl tells them apart."""
    return {
        "type": "library",
        "bom-ref": wheel.path.name,
        "name": wheel.name,
        "version": wheel.version,
        "description": metadata.summary,
        "hashes": [{"alg": "SHA-256", "content": wheel.digest}],
        "licenses": _licences(metadata),
        "purl": f"pkg:pypi/{wheel.name}@{wheel.version}?file_name={wheel.path.name}",
    }


def _licences(metadata: Metadata) -> list[dict[str, Any]]:
    if " " in metadata.expression:
        return [{"expression": metadata.expression}]
    if metadata.expression:
        return [{"license": {"id": metadata.expression}}]
    return [{"license": {"name": metadata.words}}] if metadata.words else []


def _dependencies(edition: Edition, whole: str) -> list[dict[str, Any]]:
    """Which wheel needs which, on one of the Pythons at least."""
    found: dict[str, set[str]] = {whole: set()}
    for python in edition.pythons:
        wheels = {wheel.name: wheel.path.name for wheel in edition.wheels_for(python)}
        found[whole].add(wheels[PROGRAM])
        for name, asked in needs(environment(edition.architecture, python)).items():
            found.setdefault(wheels[name], set()).update(wheels[one] for one in asked)
    return [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(found.items())]
