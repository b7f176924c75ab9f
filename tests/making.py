"""Files of other formats, made by code: small, with one of each thing that the format has."""

import base64
import json
import zipfile
from io import BytesIO
from typing import Any

from PIL import Image

RST = """\
================
Coal and steam
================

:Author: Ada Example

Where it comes from
===================

Coal is dug in *deep* pits [1]_ and burned. Its heat is :math:`Q = m c`.

.. [1] Some of it is dug in the open.

.. note:: Coal smokes.

.. image:: pit.png
   :alt: A pit

=====  ========
Kind   Place
=====  ========
black  Ruhr
brown  Lusatia
=====  ========

1. dig
2. burn

   - slowly

.. code-block:: python

   heat = mass * 2

Term
   What it means.
"""
ORG = """\
#+TITLE: Coal and steam
#+AUTHOR: Ada Example

* Where it comes from
Coal is dug in /deep/ pits[fn:1] and *burned*.

- black
- brown

| Kind  | Place |
|-------+-------|
| black | Ruhr  |

#+begin_src python
heat = 2
#+end_src

[fn:1] Some of it is dug in the open.
"""
TEX = r"""\documentclass{article}
\newcommand{\heat}{Q}
\newtheorem{thm}{Theorem}
\title{Coal and steam}
\author{Ada Example \and Bert Sample}
\begin{document}
\maketitle
\begin{abstract}It is about coal.\end{abstract}
\section{Where it comes from}\label{sec:where}
Coal is dug in \emph{deep} pits\footnote{Some of it is dug in the open.} and burned: $\heat = m c$.
See \eqref{eq:heat} and Section~\ref{sec:where}.
\begin{equation}\label{eq:heat} \heat = m c \end{equation}
\begin{thm}[Carnot] No engine is perfect. \end{thm}
\begin{tabular}{lr} Kind & Place \\ \hline black & Ruhr \\ \end{tabular}
\begin{itemize}\item black \item brown\end{itemize}
\end{document}
"""
MARKDOWN = """\
# Coal and steam

## Where it comes from

Coal is dug in *deep* pits[^1] and burned.

[^1]: Some of it is dug in the open.

- black
- brown

| Kind  | Place |
|-------|-------|
| black | Ruhr  |

![A pit](pit.png)
"""
HTML = """\
<!DOCTYPE html><html lang="en"><head><title>Coal and steam</title><style>p{color:red}</style></head><body>
<h1>Coal and steam</h1>
<div class="container"><div class="row-fluid"><h2>Where it comes from</h2>
<p>Coal is dug in <em>deep</em> pits and burned: \\(Q = m c\\).</p>
<div class="warning"><p>It smokes.</p></div>
<table><tr><th>Kind</th><th>Place</th></tr><tr><td colspan="2">black</td></tr></table>
<ul><li>black</li><li>brown</li></ul>
<figure><img src="pit.png" alt="A pit"><figcaption>The pit</figcaption></figure>
<script>alert(1)</script></div></div>
</body></html>
"""


def picture(color: str = "red") -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), color).save(out, "PNG")
    return out.getvalue()


def notebook() -> bytes:
    """An executed notebook: text with an attached picture, code with a plot, a table and an error."""
    png = base64.b64encode(picture()).decode()
    table = "<table><tr><th>Kind</th><th>Heat</th></tr><tr><td>black</td><td>30</td></tr></table>"
    outputs: list[dict[str, Any]] = [
        {"output_type": "stream", "name": "stdout", "text": ["burning\n"]},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": png, "text/plain": ["<Figure>"]}},
        _result({"text/html": [table], "text/plain": ["  Kind"]}),
        _result({"text/latex": ["$\\displaystyle Q = m c$"], "text/plain": ["Q"]}),
        {"output_type": "error", "ename": "E", "evalue": "cold", "traceback": ["\x1b[31mToo cold\x1b[0m"]},
    ]
    words = (
        "# Coal and steam\n\nCoal burns: $Q = m c$.\n\n![A pit](attachment:pit.png)\n\n> [!NOTE]\n> It smokes.\n\n"
        "::: summary\nHeat is work.\n:::\n"
    )
    cells = [
        {
            "cell_type": "markdown", "metadata": {}, "source": [words],
            "attachments": {"pit.png": {"image/png": base64.b64encode(picture("blue")).decode()}},
        },
        {
            "cell_type": "code", "execution_count": 1, "metadata": {}, "source": ["plot(heat)"], "outputs": outputs,
        },
    ]  # fmt: skip
    metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


def _result(data: dict[str, list[str]]) -> dict[str, Any]:
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}


def word_document() -> bytes:
    """What python-docx writes: headings, a list, a table, a picture; a tracked deletion and insertion."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    document.add_heading("Coal and steam", 0)
    document.add_heading("Where it comes from", 1)
    paragraph = document.add_paragraph("Coal is dug in ")
    paragraph.add_run("deep").italic = True
    paragraph.add_run(" pits")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for change, inner in (("ins", "<w:t> and burned</w:t>"), ("del", "<w:delText> or left</w:delText>")):
        run = f'<w:{change} xmlns:w="{space}" w:id="1" w:author="A"><w:r>{inner}</w:r></w:{change}>'
        paragraph._p.append(parse_xml(run))
    for kind in ("black", "brown"):
        document.add_paragraph(kind, style="List Bullet")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(table._cells, ("Kind", "Place", "black", "Ruhr"), strict=True):
        cell.text = text
    document.add_picture(BytesIO(picture()))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()
