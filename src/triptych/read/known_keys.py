"""The keys of front matter: those that are read here, those of other programs, and those that nobody knows."""

from collections.abc import Iterable, Mapping

from triptych.problem import Report
from triptych.read.back_matter import KEYS
from triptych.read.forms import FORMS

_READ = """
    title subtitle author authors date lang language course subject institute affiliation affiliations incremental
    template footer slide-numbers slide_numbers theme minutes words editions edition also bibliography csl nocite
    dialect marp output revealoptions abstract keywords background logo slide-date archive aspect aspectratio size
    paper papersize"""
# pandoc, Quarto, R Markdown, Marp, reveal.js, remark, Jekyll, Hugo, MkDocs, MyST, Obsidian, HackMD, Zettlr
_ELSEWHERE = """
    class description style paginate header headingdivider math image url color backgroundcolor backgroundimage
    slidenumber backgroundposition
    backgroundrepeat backgroundsize transition auto-scaling width height format execute editor toc toc-depth toc-title
    number-sections numbersections documentclass geometry fontsize mainfont sansfont monofont mathfont cjkmainfont
    linestretch colorlinks linkcolor urlcolor citecolor header-includes include-before include-after
    link-citations reference-doc reference-section-title suppress-bibliography css highlight-style filters pdf-engine
    classoption indent section-titles slide-level slide_level themeoptions colortheme fonttheme innertheme outertheme
    beameroption navigation titlegraphic params knit always_allow_html editor_options runtime params jupyter kernelspec
    jupytext engine project website crossref code-fold code-tools categories category tags tag draft layout permalink
    published excerpt slug weight type aliases alias id created updated modified last_modified last-modified
    lastmod menu nav_order parent has_children sidebar comments share hide hidden search hero hero_title icon status
    version license copyright doi orcid email dir text-direction html_meta myst exports downloads numbering
    short_title banner thumbnail cssclass cssclasses publish robots ga disqus breaks slideoptions tocdepth lof lot
    date-format date-meta title-meta author-meta pagetitle title-prefix title-slide-attributes parallaxbackgroundimage
    controls progress hash history separator verticalseparator notesseparator scripts highlighttheme widescreen
    transition-speed self-contained embed-resources standalone code-line-numbers footnotes-hover citation google-scholar
    subject-line venue event location room semester instructor teacher school department university logo-width"""
KNOWN = frozenset((*_READ.split(), *KEYS, *FORMS))
"""The keys that mean something here, in small letters."""
_SILENT = frozenset(key.replace("-", "").replace("_", "") for key in (*KNOWN, *_ELSEWHERE.split()))
_NEAR = 0.8
"""How much of two keys must be the same for one to be a slip of the other."""
_MOST = 6


def tell_unknown(values: Mapping[str, object], head: Iterable[str], report: Report) -> None:
    """A warning for each key that is nearly one of ours, one note for all others that nobody knows.

    `head` are the lines of the front matter.
    """
    lines = {line.partition(":")[0].partition("=")[0].strip(): k for k, line in reversed(list(enumerate(head, 1)))}
    strange: list[str] = []
    for key in values:
        low = str(key).lower()
        if low.replace("-", "").replace("_", "") in _SILENT:
            continue
        from difflib import get_close_matches  # late: most keys are known

        if near := get_close_matches(low, sorted(KNOWN), 1, _NEAR):
            message, hint = f"not a key that is known here: {low[:40]}", f"did you mean {near[0]}?"
            report.add("warning", message, lines.get(key, 1), hint)
        else:
            strange.append(str(key))
    if strange:
        named = ", ".join(key[:30] for key in strange[:_MOST]) + (" …" if len(strange) > _MOST else "")
        report.add("note", f"nothing is made of these keys: {named}", lines.get(strange[0], 1))
