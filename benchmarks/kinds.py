"""Kinds of inputs that strangers could write: for each a size, and what makes the document of a size."""

import base64
from collections.abc import Callable
from pathlib import Path


def _bibliography(folder: Path, count: int) -> str:
    entries = (
        f"@book{{k{n}, author = {{Author{n}, Ann}}, title = {{Title {n} of it}}, year = {{{1900 + n % 120}}}}}\n"
        for n in range(count)
    )
    (folder / "books.bib").write_text("".join(entries), encoding="utf-8")
    return "---\nbibliography: books.bib\n---\n\n# Cites\n\n" + "".join(f"As said [@k{n}].\n\n" for n in range(count))


def _strings(folder: Path, count: int) -> str:
    strings = "".join(f'@string{{s{n} = "Name {n}"}}\n' for n in range(count))
    entries = "".join(f"@book{{k{n}, author = {{A, B}}, title = s{n}, year = 2000}}\n" for n in range(count))
    (folder / "books.bib").write_text(strings + entries, encoding="utf-8")
    return "---\nbibliography: books.bib\n---\n\n# Cites\n\nAs said [@k1].\n"


def _table(columns: int) -> str:
    row = "|" + " value |" * columns + "\n"
    return "# Wide\n\n" + row + "|" + "---|" * columns + "\n" + row * 4


def _each(count: int, form: str) -> str:
    return "".join(form.format(n) for n in range(count))


KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    # a name: a size, and the document of a size
    "dots": (40_000, lambda n: "# H\n\nWell " + "." * n + "\n"),
    "stars": (10_000, lambda n: "# H\n\n" + "**a" * n + "\n"),
    "cells": (12_000, lambda n: "# H\n\n| a | b |\n|---|---|\n| " + "1 " * n + "! | x |\n"),
    "hashes": (40_000, lambda n: "# H\n\n## " + "# " * n + "x\n"),
    "background": (2_000_000, lambda n: '---\ntitle: T\n---\n\n# H {background="url(' + " " * n + '"}\n\nx\n'),
    "front-background": (40_000, lambda n: "---\nbackground: url(" + " " * n + "\n---\n\n# H\n\nx\n"),
    "line": (300_000, lambda n: "# One line\n\n" + "word " * (n // 5) + "\n"),
    "token": (100_000, lambda n: "# One word\n\n" + "x" * n + "\n"),
    "title": (50_000, lambda n: "# " + "word " * n + "\n"),
    "headings": (1_000, lambda n: "".join(f"# Heading {i}\n\nText {i}.\n\n" for i in range(n))),
    "columns": (300, _table),
    "rows": (1_000, lambda n: "# R\n\n| a | b |\n|---|---|\n" + "".join(f"| {i} | v {i} |\n" for i in range(n))),
    "paragraphs": (300, lambda n: "# P\n\n" + ("The quick brown fox jumps over the lazy dog. " * 6 + "\n\n") * n),
    "brackets": (10_000, lambda n: "# B\n\n" + "[a" * n + "\n"),
    "links": (5_000, lambda n: "# L\n\n" + "[a](" * n + "\n"),
    "emphasis": (5_000, lambda n: "# E\n\n" + "*a **a " * n + "\n"),
    "quotes": (20_000, lambda n: "# Q\n\n" + ">" * n + " x\n"),
    "html": (5_000, lambda n: "# H\n\n" + "<div><b " * n + "\n"),
    "formulae": (20_000, lambda n: "# F\n\n" + "$" * n + "\n"),
    "dollars": (10_000, lambda n: "# F\n\n" + "$a " * n + "\n"),
    "parentheses": (10_000, lambda n: "# F\n\n" + r"\\(" * n + "\n"),
    "open-brackets": (40_000, lambda n: "# B\n\n" + "[" * n + "\n"),
    "less-than": (40_000, lambda n: "# L\n\n" + "<" * n + "\n"),
    "backticks": (10_000, lambda n: "# C\n\n" + "`a``b" * n + "\n"),
    "braces": (10_000, lambda n: "# A\n\n" + "[a]{" * n + "\n"),
    "good-links": (3_000, lambda n: "# L\n\n" + "".join(f"[a {i}](https://example.org/{i}) " for i in range(n)) + "\n"),
    "list": (1_500, lambda n: "# L\n\n" + "".join(f"- item {i} of it\n" for i in range(n))),
    "nested": (300, lambda n: "# L\n\n" + "".join("  " * (i % 8) + f"- item {i}\n" for i in range(n))),
    "code": (1_000, lambda n: "# C\n\n```python\n" + "".join(f"value_{i} = {i}\n" for i in range(n)) + "```\n"),
    "questions": (200, lambda n: "# Q\n\n" + "".join(f"Q: What is {i}?\nA: It is {i}.\n\n" for i in range(n))),
    "notes": (300, lambda n: "# N\n\n" + "".join(f"Word[^{i}].\n\n[^{i}]: Note {i}.\n\n" for i in range(n))),
    "one-note": (500, lambda n: "# N\n\n" + "".join(f"Word {i}[^a]. " for i in range(n)) + "\n\n[^a]: Note.\n"),
    "references": (500, lambda n: "# L\n\n" + _each(n, "See [word {0}][r{0}]. ") + "\n\n" + _each(n, "[r{0}]: /{0}\n")),
    "definitions": (300, lambda n: "# D\n\n" + _each(n, "Term {0}\n: What term {0} means.\n\n")),
    "pipes": (5_000, lambda n: "# P\n\n" + "| a " * n + "\n"),
    "tildes": (10_000, lambda n: "# T\n\n" + "~a ~~b " * n + "\n"),
    "carets": (10_000, lambda n: "# C\n\nx" + "^[a" * n + "\n"),
    "underscores": (10_000, lambda n: "# U\n\n" + "_a __b " * n + "\n"),
    "wiki": (10_000, lambda n: "# W\n\n" + "[[a|" * n + "\n"),
    "curly": (10_000, lambda n: "# C\n\n" + "{{< a " * n + "\n"),
    "fences": (500, lambda n: "# F\n\n" + "::: note\n\n" * n + "x\n"),
    "code-fences": (200, lambda n: "# F\n\n" + _each(n, "```python\nx = {0}\n```\n\n")),
    "tabs": (20_000, lambda n: "# T\n\nx" + "\t" * n + "y\n"),
    "entities": (10_000, lambda n: "# E\n\n" + "&amp;&a" * n + "\n"),
    "emoji": (2_000, lambda n: "# E\n\n" + "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN} " * n + "\n"),
    "combining": (20_000, lambda n: "# C\n\na" + "\N{COMBINING ACUTE ACCENT}" * n + "\n"),
    "zero-width": (40_000, lambda n: "# Z\n\na" + "\N{ZERO WIDTH SPACE}" * n + "b\n"),
    "directions": (10_000, lambda n: "# D\n\na" + "\N{RIGHT-TO-LEFT ISOLATE}a" * n + "b\n"),
    "soft-hyphens": (10_000, lambda n: "# S\n\n" + "ab\N{SOFT HYPHEN}" * n + "\n"),
    "syllables": (10_000, lambda n: "# S\n\n" + "infor" * n + "\n"),
    "empty-lines": (50_000, lambda n: "# E\n\nx\n" + "\n" * n + "y\n"),
    "short-paragraphs": (2_000, lambda n: "# P\n\n" + _each(n, "word{0}\n\n")),
    "front-matter": (5_000, lambda n: "---\n" + _each(n, "key{0}: word {0}\n") + "---\n\n# H\n\nx\n"),
    "authors": (500, lambda n: "---\nauthor:\n" + _each(n, "  - Author {0}\n") + "---\n\n# H\n\nx\n"),
    "silent": (1_000, lambda n: "# S\n\n" + _each(n, "# Notes {0}\n\n::: notes\nSaid {0}.\n:::\n\n")),
    "tags": (2_000, lambda n: "# T\n\n" + "<div>\n\nx\n\n" * n),
    # marks in great number
    "pipes-alone": (20_000, lambda n: "# P\n\n" + "|" * n + "\n"),
    "colons": (40_000, lambda n: "# C\n\n" + ":" * n + "\n\nx " + ":" * n + "\n"),
    "tildes-alone": (40_000, lambda n: "# T\n\nx " + "~" * n + "\n"),
    "carets-alone": (40_000, lambda n: "# C\n\nx " + "^" * n + "\n"),
    "equals": (40_000, lambda n: "# E\n\nx " + "=" * n + "\n"),
    "dashes": (40_000, lambda n: "# D\n\nx " + "-" * n + " y\n"),
    "dashes-apart": (20_000, lambda n: "# D\n\n" + "x - " * n + "\n"),
    "quotation-marks": (10_000, lambda n: "# Q\n\n" + "\"a 'b " * n + "\n"),
    "apostrophes": (40_000, lambda n: "# Q\n\nx " + "'" * n + "\n"),
    "exclamations": (20_000, lambda n: "# I\n\n" + "![a" * n + "\n"),
    "bangs": (40_000, lambda n: "# I\n\nx " + "!" * n + "\n"),
    "backslashes": (40_000, lambda n: "# B\n\nx " + "\\" * n + "\n"),
    "at-signs": (10_000, lambda n: "# A\n\n" + "@a " * n + "\n"),
    "addresses": (5_000, lambda n: "# A\n\n" + _each(n, "http://e.org/{0} ") + "\n"),
    "mails": (5_000, lambda n: "# A\n\n" + "a@" * n + "b.org\n"),
    "dotted-name": (10_000, lambda n: "# A\n\n" + "a." * n + "\n"),
    "slashes": (40_000, lambda n: "# A\n\nx" + "/a" * n + "\n"),
    "digits": (40_000, lambda n: "# D\n\n" + "1" * n + "\n"),
    "numbers": (10_000, lambda n: "# D\n\n" + "1,000.5 % " * n + "\n"),
    "years": (5_000, lambda n: "# D\n\n" + _each(n, "In {0} it was so. ") + "\n"),
    "capitals": (5_000, lambda n: "# C\n\n" + "Anna Bell " * n + "\n"),
    "highlights": (10_000, lambda n: "# H\n\n" + "==a ==b " * n + "\n"),
    "good-highlights": (2_000, lambda n: "# H\n\n" + _each(n, "==word {0}== ") + "\n"),
    "abbreviations": (500, lambda n: "# A\n\n" + "A B C. " * n + "\n\n" + _each(n, "*[AB{0}]: Meaning {0}\n")),
    "math-open": (5_000, lambda n: "# M\n\n$" + "\\frac{" * n + "$\n"),
    "math-long": (500, lambda n: "# M\n\n$" + "a + " * n + "b$\n"),
    "math-groups": (3_000, lambda n: "# M\n\n$" + "{a}" * n + "$\n"),
    "math-scripts": (3_000, lambda n: "# M\n\n$" + "a_1^2 " * n + "$\n"),
    "math-nested": (40, lambda n: "# M\n\n$" + "{" * n + "a" + "}" * n + "$\n"),
    "math-matrix": (200, lambda n: "# M\n\n$$\\begin{matrix}" + "a & b \\\\ " * n + "\\end{matrix}$$\n"),
    "math-many": (100, lambda n: "# M\n\n" + _each(n, "Here $x_{{{0}}}$ is.\n\n")),
    "comments": (5_000, lambda n: "# C\n\n" + "<!-- a " * n + "\n"),
    "good-comments": (3_000, lambda n: "# C\n\n" + _each(n, "x <!-- {0} -->\n")),
    "processing": (10_000, lambda n: "# C\n\n" + "<? a " * n + "\n"),
    "cdata": (5_000, lambda n: "# C\n\n" + "<![CDATA[ a " * n + "\n"),
    "attributes-open": (5_000, lambda n: "# A\n\n" + "<a b='" * n + "\n"),
    "html-attributes": (5_000, lambda n: "# A\n\n<div " + _each(n, "a{0}='b' ") + ">x</div>\n"),
    "spans": (3_000, lambda n: "# S\n\n" + "<span>" * n + "x" + "</span>" * n + "\n"),
    "html-rows": (300, lambda n: "# T\n\n<table>" + _each(n, "<tr><td>{0}</td><td>b</td></tr>\n") + "</table>\n"),
    "html-spans": (
        200,
        lambda n: "# T\n\n<table>" + _each(n, "<tr><td rowspan=9>{0}</td><td colspan=3>b</td></tr>\n") + "</table>\n",
    ),
    "html-list": (500, lambda n: "# T\n\n<ul>" + _each(n, "<li>{0}") + "</ul>\n"),
    "html-nested-list": (2_000, lambda n: "# T\n\n" + "<ul><li>a" * n + "\n"),
    "html-tables": (1_000, lambda n: "# T\n\n" + "<table><tr><td>" * n + "\n"),
    "closing-tags": (5_000, lambda n: "# T\n\nx " + "</b>" * n + "\n"),
    "details": (500, lambda n: "# T\n\n" + "<details><summary>a</summary>\n\nx\n\n" * n),
    # attributes and names
    "classes": (5_000, lambda n: "# A {" + _each(n, ".a{0} ") + "}\n\nx\n"),
    "class-again": (5_000, lambda n: "# A {" + ".a .b " * n + "}\n\nx\n"),
    "keys": (5_000, lambda n: "# A {" + _each(n, "k{0}=v ") + "}\n\nx\n"),
    "attribute-spans": (1_000, lambda n: "# A\n\n" + _each(n, "[word {0}]{{.a .b}} ") + "\n"),
    "anchors": (1_000, lambda n: "# A\n\n" + _each(n, "[word]{{#w{0}}} ") + "\n"),
    "one-anchor": (1_000, lambda n: "# A {#a}\n\n" + _each(n, "[word {0}](#a) ") + "\n"),
    "lost-anchors": (1_000, lambda n: "# A\n\n" + _each(n, "[word {0}](#b{0}) ") + "\n"),
    "same-anchors": (500, lambda n: _each(n, "# A {{#a}}\n\nx\n\n")),
    "same-headings": (500, lambda n: "# Same\n\nx\n\n" * n),
    "bare-headings": (2_000, lambda n: "# Head\n\n" * n),
    "sub-headings": (1_000, lambda n: "# H\n\n" + _each(n, "## Heading {0}\n\nText {0}.\n\n")),
    "stairs": (500, lambda n: "".join("#" * (i % 6 + 1) + f" Heading {i}\n\nText {i}.\n\n" for i in range(n))),
    "empty-headings": (5_000, lambda n: "#\n\n" * n + "x\n"),
    "underlined": (1_000, lambda n: _each(n, "Heading {0}\n=======\n\nText.\n\n")),
    "long-heading": (5_000, lambda n: "# " + "word " * n + "\n\nx\n"),
    "cross-references": (300, lambda n: "# A\n\n" + _each(n, "$$x_{{{0}}}$$ {{#eq:a{0}}}\n\nSee @eq:a{0}.\n\n")),
    # blocks
    "nested-quotes": (1_000, lambda n: "# Q\n\n" + "".join("> " * (i % 40) + f"x{i}\n\n" for i in range(n))),
    "quote-lines": (1_000, lambda n: "# Q\n\n" + _each(n, "> line {0}\n")),
    "quote-stairs": (300, lambda n: "# Q\n\n" + "".join("> " * (i % 90) + "x\n" for i in range(n))),
    "deep-list": (300, lambda n: "# L\n\n" + "".join("  " * (i % 90) + f"- item {i}\n" for i in range(n))),
    "markers": (5_000, lambda n: "# L\n\n" + "- " * n + "x\n"),
    "numbers-list": (1_000, lambda n: "# L\n\n" + _each(n, "1. item {0} of it\n")),
    "loose-list": (500, lambda n: "# L\n\n" + _each(n, "- item {0} of it\n\n  more\n\n")),
    "long-item": (300, lambda n: "# L\n\n- a\n\n" + _each(n, "  Text {0} of it.\n\n")),
    "lists-apart": (300, lambda n: "# L\n\n" + _each(n, "- item {0}\n\nText {0} of it.\n\n")),
    "tasks": (500, lambda n: "# L\n\n" + _each(n, "- [ ] item {0}\n")),
    "long-definition": (300, lambda n: "# D\n\nTerm\n" + _each(n, ": What it means, {0}.\n")),
    "terms": (1_000, lambda n: "# D\n\n" + _each(n, "Term {0}\n") + ": What it means.\n"),
    "reference-definitions": (5_000, lambda n: "# R\n\nx\n\n" + _each(n, "[r{0}]: /a{0} 'T'\n")),
    "open-definitions": (5_000, lambda n: "# R\n\nx\n\n" + "[a]: <b\n" * n),
    "footnote-chain": (300, lambda n: "# N\n\nx[^0]\n\n" + "".join(f"[^{i}]: Note[^{i + 1}].\n\n" for i in range(n))),
    "long-note": (300, lambda n: "# N\n\nx[^a]\n\n[^a]: " + "A sentence of it goes on. " * n + "\n"),
    "note-paragraphs": (300, lambda n: "# N\n\nx[^a]\n\n[^a]: Note.\n\n" + _each(n, "    Text {0}.\n\n")),
    "notes-in-line": (500, lambda n: "# N\n\n" + _each(n, "Word^[Note {0}]. ") + "\n"),
    "lost-notes": (1_000, lambda n: "# N\n\n" + _each(n, "Word[^{0}]. ") + "\n"),
    "unused-notes": (1_000, lambda n: "# N\n\nx\n\n" + _each(n, "[^{0}]: Note {0}.\n\n")),
    "callouts": (200, lambda n: "# C\n\n" + _each(n, "::: note\nText {0}.\n:::\n\n")),
    "deep-fences": (200, lambda n: "# C\n\n" + "".join(":" * (n + 3 - i) + " note\n" for i in range(n)) + "x\n"),
    "columns-open": (300, lambda n: "# C\n\n" + ":::: columns\n::: column\nx\n" * n),
    "code-open": (1_000, lambda n: "# C\n\n" + "```\nx\n\n" * n),
    "long-code-line": (20_000, lambda n: "# C\n\n```python\n" + "x + " * n + "y\n```\n"),
    "code-strings": (10_000, lambda n: "# C\n\n```python\n" + '"a' * n + "\n```\n"),
    "code-js": (3_000, lambda n: "# C\n\n```js\n" + "/a" * n + "\n```\n"),
    "code-html": (2_000, lambda n: "# C\n\n```html\n" + "<a b='" * n + "\n```\n"),
    "code-tokens": (5_000, lambda n: "# C\n\n```c\n" + "/* " * n + "\n```\n"),
    "indented-code": (500, lambda n: "# C\n\n" + _each(n, "    value {0}\n")),
    "thematic-breaks": (500, lambda n: "# B\n\n" + _each(n, "Text {0}.\n\n---\n\n")),
    "breaks": (2_000, lambda n: "# B\n\n" + "word\\\n" * n + "x\n"),
    "cell-items": (2_000, lambda n: "# B\n\n| a |\n|---|\n| " + "- word<br>" * n + "- x |\n"),
    "br": (2_000, lambda n: "# B\n\n" + "word<br>" * n + "x\n"),
    "small-tables": (100, lambda n: "# T\n\n" + _each(n, "| a | b |\n|---|---|\n| {0} | c |\n\nText.\n\n")),
    "wide-cell": (3_000, lambda n: "# T\n\n| a | b |\n|---|---|\n| " + "word " * n + "| c |\n"),
    "table-of-numbers": (500, lambda n: "# T\n\n| a | b |\n|---|--:|\n" + _each(n, "| {0} | {0}.5 |\n")),
    "empty-cells": (5_000, lambda n: "# T\n\n| a | b |\n|---|---|\n" + "| | |\n" * n),
    "ragged": (1_000, lambda n: "# T\n\n| a | b |\n|---|---|\n" + "| a | b | c | d | e | f\n" * n),
    "grid-table": (200, lambda n: "# T\n\n+---+---+\n" + "| a | b |\n+---+---+\n" * n),
    "delimiters": (3_000, lambda n: "# T\n\n" + "| a " * n + "|\n" + "|---" * n + "\n"),
    "charts": (200, lambda n: "# T\n\n```chart\n" + _each(n, "a{0}: {0}\n") + "```\n"),
    "emphasis-good": (2_000, lambda n: "# E\n\n" + _each(n, "*word {0}* **bold {0}** ") + "\n"),
    "code-spans": (2_000, lambda n: "# E\n\n" + _each(n, "`word {0}` ") + "\n"),
    "one-link": (1_000, lambda n: "# L\n\n" + "[a](https://example.org) " * n + "\n"),
    "long-link": (40_000, lambda n: "# L\n\n[a](https://example.org/" + "a" * n + ")\n"),
    "parentheses-in-link": (10_000, lambda n: "# L\n\n[a](" + "(" * n + "\n"),
    "sentences": (2_000, lambda n: "# S\n\n" + _each(n, "Sentence {0} ends. ") + "\n"),
    "same-sentences": (2_000, lambda n: "# S\n\n" + "The same sentence ends. " * n + "\n"),
    "no-sentence": (5_000, lambda n: "# S\n\n" + "word, " * n + "\n"),
    "semicolons": (5_000, lambda n: "# S\n\n" + "word; " * n + "\n"),
    "label-parts": (5_000, lambda n: "# S\n\n" + "word: " * n + "\n"),
    "questions-in-line": (3_000, lambda n: "# S\n\n" + "What? " * n + "\n"),
    "choices": (300, lambda n: "# Q\n\nQ: Which?\n" + _each(n, "- [ ] choice {0}\n") + "- [x] it\n"),
    # signs
    "long-words": (500, lambda n: "# W\n\n" + ("x" * 300 + " ") * n + "\n"),
    "capital-word": (40_000, lambda n: "# W\n\n" + "X" * n + "\n"),
    "underscored": (10_000, lambda n: "# W\n\n" + "ab_" * n + "\n"),
    "hyphened": (10_000, lambda n: "# W\n\n" + "ab-" * n + "c\n"),
    "right-to-left": (5_000, lambda n: "# R\n\n" + "\u05d0\u05d1 " * n + "\n"),
    "both-ways": (5_000, lambda n: "# R\n\n" + "\u05d0\u05d1 ab " * n + "\n"),
    "rtl-marks": (20_000, lambda n: "# R\n\na" + "\u200f" * n + "b\n"),
    "overrides": (10_000, lambda n: "# R\n\na" + "\u202e\u202d" * n + "b\n"),
    "arabic": (5_000, lambda n: "# R\n\n" + "\u0643\u062a\u0627\u0628 " * n + "\n"),
    "arabic-token": (10_000, lambda n: "# R\n\n" + "\u0643\u062a" * n + "\n"),
    "chinese": (10_000, lambda n: "# C\n\n" + "\u6c34\u706b" * n + "\n"),
    "chinese-sentences": (3_000, lambda n: "# C\n\n" + "\u6c34\u706b\u3002" * n + "\n"),
    "thai": (10_000, lambda n: "# T\n\n" + "\u0e01\u0e32" * n + "\n"),
    "devanagari": (10_000, lambda n: "# D\n\n" + "\u0915\u094d" * n + "\u0915\n"),
    "hangul": (10_000, lambda n: "# H\n\n" + "\u1112\u1161\u11ab" * n + "\n"),
    "emoji-chain": (10_000, lambda n: "# E\n\n" + "\U0001f468\u200d" * n + "\n"),
    "flags": (10_000, lambda n: "# E\n\n" + "\U0001f1e9" * n + "\n"),
    "skin-tones": (5_000, lambda n: "# E\n\n" + "\U0001f44d\U0001f3fd" * n + "\n"),
    "rare-signs": (2_000, lambda n: "# R\n\n" + "".join(chr(0x3400 + i) for i in range(n)) + "\n"),
    "unknown-signs": (2_000, lambda n: "# R\n\n" + "".join(chr(0xE000 + i % 6000) for i in range(n)) + "\n"),
    "no-break-spaces": (20_000, lambda n: "# S\n\n" + "a\u00a0" * n + "b\n"),
    "spaces": (100_000, lambda n: "# S\n\na" + " " * n + "b\n"),
    "trailing-spaces": (50_000, lambda n: "# S\n\na" + " " * n + "\n"),
    "wide-spaces": (20_000, lambda n: "# S\n\na" + "\u3000" * n + "b\n"),
    "controls": (20_000, lambda n: "# S\n\na" + "\u0007" * n + "b\n"),
    "returns": (20_000, lambda n: "# S\n\na" + "\r" * n + "b\n"),
    "form-feeds": (20_000, lambda n: "# S\n\na" + "\f" * n + "b\n"),
    "line-separators": (5_000, lambda n: "# S\n\n" + "a\u2028" * n + "b\n"),
    "numeric-entities": (10_000, lambda n: "# E\n\n" + "&#65;" * n + "\n"),
    "ampersands": (40_000, lambda n: "# E\n\n" + "&" * n + "\n"),
    "long-entity": (100_000, lambda n: "# E\n\n&" + "a" * n + ";\n"),
    # front matter
    "yaml-flow": (5_000, lambda n: "---\nkeywords: " + "[" * n + "\n---\n\n# H\n\nx\n"),
    "yaml-list": (2_000, lambda n: "---\nkeywords:\n" + _each(n, "  - w{0}\n") + "---\n\n# H\n\nx\n"),
    "yaml-long": (100_000, lambda n: "---\ntitle: " + "word " * (n // 5) + "\n---\n\n# H\n\nx\n"),
    "yaml-open": (5_000, lambda n: "---\n" + _each(n, "key{0}: word\n") + "\n# H\n\nx\n"),
    "abstract": (1_000, lambda n: "---\nabstract: |\n" + _each(n, "  Line {0}.\n") + "---\n\n# H\n\nx\n"),
    # hints of other programs
    "shortcodes": (2_000, lambda n: "# S\n\n" + _each(n, "{{{{< a {0} >}}}}\n\n")),
    "macros": (2_000, lambda n: "# S\n\n" + "\\newcommand{\\a}{b}\n" * n),
    "macros-open": (2_000, lambda n: "# S\n\n" + "\\newcommand{\\a}{\n" * n),
    "tex": (5_000, lambda n: "# S\n\n" + "\\begin{a}\n" * n),
    "tex-items": (2_000, lambda n: "# S\n\n\\begin{itemize}\n" + _each(n, "\\item a{0}\n")),
    "pauses": (2_000, lambda n: "# S\n\n" + "x\n\n. . .\n\n" * n),
    "directives": (2_000, lambda n: "# S\n\n" + _each(n, "<!-- _class: a{0} -->\n\nx\n\n")),
    "embeds": (2_000, lambda n: "# S\n\n" + _each(n, "![[a{0}]]\n\n")),
    "tags-of-notes": (5_000, lambda n: "# S\n\n" + _each(n, "#tag{0} ")),
    "kramdown": (2_000, lambda n: "# S\n\n" + "x\n{: .a}\n\n" * n),
    "admonitions": (300, lambda n: "# S\n\n" + _each(n, "!!! note\n    Text {0}.\n\n")),
    "alerts": (300, lambda n: "# S\n\n" + _each(n, "> [!NOTE]\n> Text {0}.\n\n")),
    "lost-pictures": (300, lambda n: "# S\n\n" + _each(n, "![a](p{0}.png)\n\n")),
}

NOTES: dict[str, tuple[int, Callable[[int], str]]] = {
    # the same for plain notes
    "plain-token": (100_000, lambda n: "Title\n\n" + "x" * n + "\n"),
    "plain-line": (20_000, lambda n: "Title\n\n" + "word " * n + "\n"),
    "plain-lines": (1_000, lambda n: "Title\n\n" + _each(n, "line {0}\n")),
    "plain-list": (500, lambda n: "Title\n\n" + _each(n, "- line {0}\n")),
    "plain-stairs": (300, lambda n: "Title\n\n" + "".join(f"{' ' * i}- line {i}\n" for i in range(n))),
    "plain-headings": (300, lambda n: "Title\n\n" + _each(n, "{0}. Head\n\nText {0} of it.\n\n")),
    "plain-terms": (500, lambda n: "Title\n\n" + _each(n, "Term {0}: Text {0} of it.\n")),
    "plain-table": (300, lambda n: "Title\n\n" + _each(n, "a {0}\tb\tc\n")),
    "plain-stars": (10_000, lambda n: "Title\n\n" + "**a" * n + "\n"),
    "plain-empty": (50_000, lambda n: "Title\n\nx" + "\n" * n + "y\n"),
}


_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
"""A PNG of one pixel."""


def _pictures(folder: Path, count: int) -> str:
    (folder / "a.png").write_bytes(base64.b64decode(_PICTURE))
    return "# Pictures\n\n" + "".join(f"![Dot {n}](a.png)\n\n" for n in range(count))


WITH_FILES: dict[str, tuple[int, Callable[[Path, int], str]]] = {
    "citations": (400, _bibliography),
    "strings": (1_000, _strings),
    "pictures": (150, _pictures),
}
