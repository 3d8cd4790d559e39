"""Many files at once are sorted into articles; a zip that could hurt is refused as a whole."""

from __future__ import annotations

import io
import stat
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import bundle
from workbench.bundle import unpack
from workbench.errors import BadInput, TooLarge, WorkbenchError


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


PONTE = {"ponte": {"it.txt": b"Il ponte", "en.argo.txt": b"The bridge"}}


@pytest.mark.parametrize(
    "names",
    [
        ("ponte/it.txt", "ponte/en.argo.txt"),
        ("news/today/ponte/it.txt", "news/today/ponte/en.argo.txt"),
        ("ponte.it.txt", "ponte.en.argo.txt"),
        ("all/ponte.it.txt", "all/ponte.en.argo.txt"),
        ("news\\ponte\\it.txt", "news\\ponte\\en.argo.txt"),
    ],
)
@pytest.mark.parametrize("zipped", [True, False])
def test_an_article_is_known_by_its_folder_or_by_the_beginning_of_its_names(
    names: tuple[str, str], zipped: bool
) -> None:
    files = dict(zip(names, (b"Il ponte", b"The bridge"), strict=True))
    uploads = [("news.zip", packed(files))] if zipped else list(files.items())
    assert unpack(uploads).articles == PONTE
    assert unpack(uploads).refused == []


@pytest.mark.parametrize("name", ["ponte/note.txt", "ponte/it.docx", "it.txt", "ponte/en.txt"])
def test_a_file_whose_name_says_nothing_is_refused_and_the_others_come_in(name: str) -> None:
    found = unpack(
        [(name, b"x"), ("ponte/it.txt", b"Il ponte"), ("ponte/en.argo.txt", b"The bridge")]
    )
    assert found.articles == PONTE
    assert [each.name for each in found.refused] == [name]


def test_of_two_files_of_one_name_the_second_is_refused() -> None:
    found = unpack([("a/ponte/it.txt", b"uno"), ("b/ponte/it.txt", b"due")])
    assert found.articles == {"ponte": {"it.txt": b"uno"}}
    assert [each.name for each in found.refused] == ["b/ponte/it.txt"]


@pytest.mark.parametrize("name", ["__MACOSX/ponte/._it.txt", "ponte/.DS_Store", "Thumbs.db"])
def test_what_systems_leave_in_folders_is_passed_over(name: str) -> None:
    files = {name: b"x", "ponte/it.txt": b"Il ponte", "ponte/en.argo.txt": b"The bridge"}
    assert unpack(files.items()).refused == unpack([("a.zip", packed(files))]).refused == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../ponte/it.txt", "outside its folder"),
        ("ponte/../../it.txt", "outside its folder"),
        ("..\\it.txt", "outside its folder"),
        ("/etc/it.txt", "outside its folder"),
        ("C:/it.txt", "outside its folder"),
        ("more.zip", "packed itself"),
        ("more.tar.gz", "packed itself"),
    ],
)
def test_a_zip_with_a_file_that_no_zip_of_texts_has_is_refused(name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        unpack([("a.zip", packed({name: b"x", "ponte/it.txt": b"Il ponte"}))])


def test_a_link_in_a_zip_is_refused() -> None:
    entry = zipfile.ZipInfo("ponte/it.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(BadInput, match="link to another file"):
        unpack([("a.zip", out.getvalue())])


def test_an_encrypted_zip_is_refused() -> None:
    data = bytearray(packed({"ponte/it.txt": b"Il ponte"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(BadInput, match="without a password"):
        unpack([("a.zip", bytes(data))])


def test_a_bomb_is_refused_by_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MAX_UNPACKED", 10_000)
    data = packed({f"{n}/it.txt": b"0" * 4_000 for n in range(3)})
    with pytest.raises(TooLarge, match="once unpacked"):
        unpack([("a.zip", data)])


def test_a_bomb_that_lies_is_unpacked_no_further_than_it_says() -> None:
    data = packed({"ponte/it.txt": b"0" * 100_000})
    size = (100_000).to_bytes(4, "little")
    with pytest.raises(WorkbenchError):
        unpack([("a.zip", data.replace(size, (10).to_bytes(4, "little")))])


def test_one_file_over_the_limit_of_a_text_is_refused() -> None:
    with pytest.raises(TooLarge, match="5 MB a text may have"):
        unpack([("a.zip", packed({"ponte/it.txt": b"0" * (bundle.MAX_BYTES + 1)}))])


@pytest.mark.parametrize("zipped", [True, False])
def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch, zipped: bool) -> None:
    monkeypatch.setattr(bundle, "MAX_FILES", 2)
    files = {f"{n}/it.txt": b"x" for n in range(3)}
    with pytest.raises(TooLarge, match="more than 2 files"):
        unpack([("a.zip", packed(files))] if zipped else files.items())


def test_several_zips_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MAX_UNPACKED", 10_000)
    uploads = [(f"{n}.zip", packed({f"{n}/it.txt": b"0" * 6_000})) for n in range(2)]
    with pytest.raises(TooLarge, match="once unpacked"):
        unpack(uploads)


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(BadInput, match="No file was chosen"):
        unpack([])


@given(st.binary(max_size=300), st.integers(0, 200), st.binary(max_size=8))
def test_whatever_calls_itself_a_zip_is_opened_or_refused_in_a_sentence(
    noise: bytes, at: int, patch: bytes
) -> None:
    good = packed({"ponte/it.txt": b"Il ponte", "ponte/en.argo.txt": b"The bridge"})
    for data in (noise, good[:at] + patch + good[at + len(patch) :], good[: at + 1]):
        with suppress(WorkbenchError):
            unpack([("a.zip", data)])
