"""Faces of people who do not exist, drawn by code: the demo and the samples need photos and may not show anybody.

A number gives the same face on every machine; neighbouring numbers differ in several features.
Needs resvg-py, which the machine of a developer has and a server has not: only the demo and tests come here.
"""

from dealers.portraits.faces import face_of, portrait, portrait_jpeg

__all__ = ["face_of", "portrait", "portrait_jpeg"]
