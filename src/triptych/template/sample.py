"""A document that fills each layout of a template, for its owner to look at."""

SAMPLE = """---
title: How this template looks
subtitle: Each layout, filled
author: A. Lecturer
date: Today
footer: The footer stands here
---

# A section

# Text

Running text becomes one bullet for each sentence. This is the second sentence of the paragraph. The third is a good
deal longer than the others, so that one can see how lines are broken and how far they stand apart.

- A list
  - with a level beneath it
  - and another entry
    - and one more level
- and **bold**, *italic* and `code` text

# What does a question look like?

It stands on a slide of its own, before its answer.

# Key points

1. **First**: A key point has its label as the title, and its text beneath it.
2. **Second**: Its number stands before the title, where the template has a place for it.
3. **Third**: All of them share one type size, so that nothing jumps.

# Table

| Year | Event | Share |
|------|-------|------:|
| 1951 | Coal and Steel Community | 6 |
| 1957 | Treaty of Rome | 6 |
| 1992 | Treaty of Maastricht | 12 |

# Code

```python
def mean(values):
    # the arithmetic mean
    return sum(values) / len(values)
```

# Callout

> [!NOTE]
> A callout is a tinted box with its own word.

# Columns

:::: columns
::: column
- To the left
- a short list
:::
::: column
- To the right
- another one
:::
::::

# Summary

The summary comes last. It says again what counts.
"""
