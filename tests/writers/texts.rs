//! Texts of each kind, with characters outside ASCII before everything that has an offset.

pub const QUESTION: &str = "\
Which tree is the tallest — and where? 🌲

3 Answers

5

The coast redwood, says Ann’s book.

Reasons:

- Fog: it waters the crown 🌫.
- Age: trees of 2,000 years stand.

answered 2 years ago by Ann Reed

✓ Accepted

Mountain ash comes next.

answered May 2, 2009 at 0:09 by Bo Lind

Nobody knows.

answered Apr 2, 2019 by Łukasz Żak
";

pub const THREAD: &str = "\
Frost on the pass

#1 Ann Reed, May 2, 2019 at 10:12
Is the pass open? Снег was forecast.

#2 Bo Lind, May 2, 2019 at 11:40
It is. Take chains 🚗 and a rope.

#3 Ann Reed, May 3, 2019 at 08:05
Thanks, we made it.
";

pub const LIST: &str = "\
Q: Where do the swifts spend the winter?
A: In Africa, south of the Sahara – mostly in the Congo basin.

Q: Do they sleep on the wing?
A: They do, for minutes at a time.
";

pub const ARTICLE: &str = "\
# Bread for beginners — a café’s notes

Flour and water make dough. *Salt* keeps it _slow_, 2 < 3 & 5 > 4.

## What you need

- Flour: 500 g
- Water: 330 g

> Bread is patience.

```
oven --heat 230
# not a heading
```

## Steps

- Mix.
- Wait until it has doubled.

Then bake it.
";

pub const ALL: [&str; 4] = [QUESTION, THREAD, LIST, ARTICLE];
