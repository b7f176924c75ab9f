"""The document that `triptych new` writes."""

STARTER = """---
title: Photosynthesis
subtitle: A study guide
author: Your name
lang: en
---

# How do plants make sugar from light?

Plants take in water and carbon dioxide and, with the energy of light, turn them into sugar and oxygen.

1. **Light reactions**: Chlorophyll absorbs light in the thylakoid membranes. Water is split, oxygen is released,
   and the energy is stored in ATP and NADPH.
2. **Calvin cycle**: In the stroma, carbon dioxide is bound to a sugar. ATP and NADPH drive the reaction.
3. **Limiting factors**: Light, carbon dioxide and temperature each set a limit. The scarcest one decides.

Overall, the light reactions supply the energy, and the Calvin cycle uses it to build sugar.

# Terms

Chlorophyll
: The green pigment that absorbs red and blue light.

Stroma
: The fluid inside a chloroplast.

::: notes
Show a leaf under the lamp before this slide.
:::
"""
