"""Answers that are files. The view makes the whole answer; these say to the client and in the schema what it is."""

from rest_framework import renderers


class Jpeg(renderers.BaseRenderer):
    media_type = "image/jpeg"
    format = "jpg"
    charset = None
    render_style = "binary"


class Pdf(Jpeg):
    media_type = "application/pdf"
    format = "pdf"


class Csv(Jpeg):
    media_type = "text/csv"
    format = "csv"


class Xlsx(Jpeg):
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    format = "xlsx"


class Svg(Jpeg):
    media_type = "image/svg+xml"
    format = "svg"


class GraphMl(Jpeg):
    media_type = "application/graphml+xml"
    format = "graphml"


class Text(Jpeg):
    media_type = "text/plain"
    format = "txt"


class Zip(Jpeg):
    media_type = "application/zip"
    format = "zip"


class Whatever(Jpeg):
    """A file of whatever kind was entered."""

    media_type = "application/octet-stream"
    format = "bin"
