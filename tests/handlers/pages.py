"""Small made-up pages for the tests of the conversation."""

from __future__ import annotations

BREAD = """\
How bread rises
Kitchen Table Science
12K subscribers
Subscribe
3,204 views  2 weeks ago
Bread rises because yeast breathes. The recipe: https://bread.example/recipe
Transcript

Follow along using the transcript.
Show transcript
3 Comments
Add a comment...
@anna
2 weeks ago
I love this film, thank you so much!
12
Reply
@ben
1 week ago
Terrible sound, I could not follow a word.
3
Reply
@chris
3 days ago
Which flour do you use?
Reply
In this video
Transcript
0:00
Yeast is a living thing that eats sugar and breathes out gas.
0:06
The gas is caught in the dough, and so the dough begins to rise.
0:12
Warm dough rises faster than cold dough, but it tastes of less.
0:18
A night in the fridge gives the bread time to become sour and good.
0:24
Salt slows the yeast down, so that the loaf keeps its shape.
0:30
In the oven the last gas expands, and the crust sets around it.
0:36
If you cut the loaf while it is hot, the crumb is still wet.
"""

BEES = BREAD.replace("How bread rises", "How bees fly home").replace("Yeast", "A bee")

VIDEO = "https://youtu.be/AbCdEfGhIjK"
WATCH = "https://www.youtube.com/watch?v=AbCdEfGhIjK"


def long_page(remarks: int = 120) -> str:
    """A page that every client splits into several parts."""
    more = "".join(
        f"@guest{n}\n2 weeks ago\nRemark number {n} about the bread, which I found quite fine, "
        f"although the film could have been {n} seconds shorter.\n{n}\nReply\n"
        for n in range(remarks)
    )
    return BREAD.replace("In this video\n", more + "In this video\n").replace(
        "3 Comments", f"{3 + remarks} Comments"
    )
