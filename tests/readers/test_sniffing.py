"""What a file is, by its content; how each that cannot be read is named."""

from __future__ import annotations

import io
import zipfile

import pytest

from protocol_cli.readers import ReadError, Unreadable, read, read_bytes, read_path
from protocol_cli.readers.formats import Format, sniff

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("CT", "[Content_Types].xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (OLE2 + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE2 + "Workbook".encode("utf-16-le"), "xls"),
        (b"{\\rtf1\\ansi Text}", "rtf"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (archive(CT="<Types/>", xl__workbook="<x/>"), "xlsx"),
        (archive(readme="x"), "zip"),
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "html"),
        (b"Rar!\x1a\x07\x00" + bytes(20), "rar"),
        (b"<?xml version='1.0'?><a/>", "xml"),
    ],
)
def test_what_is_not_read_is_named(data, detail):
    with pytest.raises(ReadError) as error:
        read_bytes(data, "file.txt")
    assert error.value.reason is Unreadable.UNSUPPORTED
    assert error.value.detail == detail


def test_a_locked_office_file_is_encrypted():
    with pytest.raises(ReadError) as error:
        read_bytes(OLE2 + "EncryptedPackage".encode("utf-16-le"), "x.docx")
    assert error.value.reason is Unreadable.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "detail"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(20), "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"II*\x00" + bytes(8), "tiff")],
)
def test_an_image_needs_recognition(data, detail):
    with pytest.raises(ReadError) as error:
        read_bytes(data, "scan")
    assert (error.value.reason, error.value.detail) == (Unreadable.NEEDS_OCR, detail)


def test_the_suffix_decides_nothing(tmp_path):
    path = tmp_path / "protocol.pdf"
    path.write_text("ПРОТОКОЛ № 1", encoding="utf-8")
    assert read(path).format == "txt"


def test_a_text_with_one_tag_is_a_text():
    assert sniff("Ссылка: <http://coko.tomsk.ru>, файл <p>".encode()) is Format.TEXT
    assert read_bytes("Ссылка: <http://coko.tomsk.ru>, знак <br> в тексте".encode(), "x").format == "txt"


def test_a_text_that_begins_like_a_picture_is_a_text():
    assert sniff(b"BMW plan") is Format.TEXT


def test_missing_folder_and_null_byte(tmp_path):
    for path, reason in ((tmp_path / "нет.txt", Unreadable.MISSING), (tmp_path, Unreadable.DIRECTORY)):
        with pytest.raises(ReadError) as error:
            read_path(path)
        assert error.value.reason is reason
    with pytest.raises(ReadError):
        read("a\0b")
