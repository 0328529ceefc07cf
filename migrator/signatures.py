"""What files are, told by the bytes that they begin with: signatures, and where they stand.

Sources: https://mimesniff.spec.whatwg.org (signatures), RFC 9649 (WebP), ISO 14496-12 (the brands of MP4 and its kin).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

RUN_BY_SERVERS = frozenset("php php3 php4 php5 php7 phps phtml phar asp aspx cer jsp jspx cfm cgi fcgi".split())
"""Extensions of files that a web server runs, which none does that lies among pictures; such a text is named so."""


class FileType(NamedTuple):
    """A media type and the extensions that files of it may have, the usual one first."""

    type: str
    extensions: tuple[str, ...]

    def extension_for(self, given: str) -> str:
        """The extension that a file of this kind keeps or gets; `given` is in lower case, without a dot."""
        if not self.extensions:
            return "txt" if given in RUN_BY_SERVERS else given
        return given if given in self.extensions else self.extensions[0]


def _type(media_type: str, extensions: str) -> FileType:
    return FileType(media_type, tuple(extensions.split()))


_ZIPPED = "zip docx docm dotx xlsx xlsm xltx pptx pptm ppsx odt ods odp odg epub key pages numbers kmz apk jar xps"
_OLE = "doc xls ppt pps msg pub dot wps mpp"
SIGNATURES: tuple[tuple[bytes, int, FileType], ...] = (
    (b"\xff\xd8\xff", 0, _type("image/jpeg", "jpg jpeg jpe jfif")),
    (b"\x89PNG\r\n\x1a\n", 0, _type("image/png", "png")),
    (b"GIF87a", 0, _type("image/gif", "gif")),
    (b"GIF89a", 0, _type("image/gif", "gif")),
    (b"WEBP", 8, _type("image/webp", "webp")),
    (b"BM", 0, _type("image/bmp", "bmp dib")),
    (b"II*\x00", 0, _type("image/tiff", "tif tiff dng nef cr2 arw")),
    (b"MM\x00*", 0, _type("image/tiff", "tif tiff dng nef")),
    (b"\x00\x00\x01\x00", 0, _type("image/x-icon", "ico")),
    (b"8BPS", 0, _type("image/vnd.adobe.photoshop", "psd psb")),
    (b"\x00\x00\x00\x0cJXL ", 0, _type("image/jxl", "jxl")),
    (b"%PDF-", 0, _type("application/pdf", "pdf ai")),
    (b"%!PS", 0, _type("application/postscript", "ps eps ai")),
    (b"{\\rtf", 0, _type("application/rtf", "rtf doc")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, _type("application/x-ole-storage", _OLE)),
    (b"PK\x03\x04", 0, _type("application/zip", _ZIPPED)),
    (b"PK\x05\x06", 0, _type("application/zip", _ZIPPED)),
    (b"\x1f\x8b", 0, _type("application/gzip", "gz tgz")),
    (b"BZh", 0, _type("application/x-bzip2", "bz2 tbz")),
    (b"\xfd7zXZ\x00", 0, _type("application/x-xz", "xz")),
    (b"7z\xbc\xaf\x27\x1c", 0, _type("application/x-7z-compressed", "7z")),
    (b"Rar!\x1a\x07", 0, _type("application/vnd.rar", "rar cbr")),
    (b"ustar", 257, _type("application/x-tar", "tar")),
    (b"ID3", 0, _type("audio/mpeg", "mp3 mpga")),
    (b"fLaC", 0, _type("audio/flac", "flac")),
    (b"MThd", 0, _type("audio/midi", "mid midi kar")),
    (b"#!AMR", 0, _type("audio/amr", "amr")),
    (b"WAVE", 8, _type("audio/wav", "wav")),
    (b"AIFF", 8, _type("audio/aiff", "aif aiff")),
    (b"AIFC", 8, _type("audio/aiff", "aif aiff aifc")),
    (b"AVI ", 8, _type("video/x-msvideo", "avi")),
    (b"OggS", 0, _type("application/ogg", "ogg oga ogv opus ogx spx")),
    (b"\x1aE\xdf\xa3", 0, _type("video/webm", "webm mkv mka weba")),
    (b"FLV\x01", 0, _type("video/x-flv", "flv")),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", 0, _type("video/x-ms-asf", "wmv wma asf")),
    (b"\x00\x00\x01\xba", 0, _type("video/mpeg", "mpg mpeg mpe vob")),
    (b"\x00\x00\x01\xb3", 0, _type("video/mpeg", "mpg mpeg mpe m1v")),
    (b"CWS", 0, _type("application/x-shockwave-flash", "swf")),
    (b"FWS", 0, _type("application/x-shockwave-flash", "swf")),
    (b"wOFF", 0, _type("font/woff", "woff")),
    (b"wOF2", 0, _type("font/woff2", "woff2")),
)
"""Bytes, where they stand, and what has them there."""

_CONTAINED = (b"WEBP", b"WAVE", b"AVI ", b"AIFF", b"AIFC")
"""Signatures that only count inside RIFF or IFF."""

BRANDS: Mapping[bytes, FileType] = {
    b"avif": _type("image/avif", "avif"),
    b"avis": _type("image/avif", "avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"), _type("image/heic", "heic heif")),
    b"M4A ": _type("audio/mp4", "m4a m4b aac"),
    b"M4B ": _type("audio/mp4", "m4b m4a"),
    b"qt  ": _type("video/quicktime", "mov qt"),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"3g2a"), _type("video/3gpp", "3gp 3g2 3gpp mp4")),
}
"""By the brand behind `ftyp`; any other is MP4's."""

MP4 = _type("video/mp4", "mp4 m4v m4a mov f4v 3gp")
MPEG_AUDIO = _type("audio/mpeg", "mp3 mp2 mpga")
AAC = _type("audio/aac", "aac")


def by_signature(head: bytes) -> FileType | None:
    """Tell what a file is by its first bytes, of which some 300 are enough; None for text, and what is not known."""
    for signature, offset, kind in SIGNATURES:
        if head.startswith(signature, offset) and (signature not in _CONTAINED or head[:4] in (b"RIFF", b"FORM")):
            return kind if signature != b"BM" or len(head) < 6 or head[6:10] == bytes(4) else None
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free"):
        return BRANDS[b"qt  "]
    if head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE0 == 0xE0 and head[1] != 0xFE:
        return AAC if head[1] & 0xF6 == 0xF0 else MPEG_AUDIO
    return None


def _by_brand(head: bytes) -> FileType:
    """MP4 and its kin say what they are; a picture's main brand may stand among the compatible ones."""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[at : at + 4] for at in (8, *range(16, size, 4))]
    pictures = (BRANDS[brand] for brand in brands if brand in (b"avif", b"avis"))
    return next(pictures, None) or BRANDS.get(brands[0], MP4)
