"""A brief with what few have, and the registry that goes with it."""

from __future__ import annotations

PLACES = """\
[[place]]
id = "gao"
name = "Gao"
aliases = ["Gawgaw"]
country = "MLI"
kind = "city"

[[place]]
id = "sahel"
name = "The Sahel"
kind = "region"

[[same]]
left = "wagner"
right = "wagner-group"

[[same]]
left = "mali"
right = "niger"

[[different]]
left = "mali"
right = "niger-junta"

[[same]]
left = "niger-junta"
right = "niger"
"""
ODD = """\
format = "sahel-brief/1"

[brief]
id = "odd"
title = "An odd one"
published = "2014"
marking = "TLP:CLEAR"

[[source]]
text = "Corps Afrique holds the well at Gao. Tchiani spoke. Amadou left Corps Afrique."
reliability = "B"

[[point]]
id = "p1"
text = "The corps stays."
likelihood = "likely"
relates = [{ to = "treaty#p1", as = "contradicts" }]
evidence = ["Corps Afrique holds the well", { exact = "nowhere at all", review = "rejected" }]

[[actor]]
id = "wagner-group"
name = "Corps Afrique"
aliases = [{ name = "Korps", kind = "acronym", language = "de" }]
country = "RUS"
wikidata = "Q111"

[[relation]]
id = "r1"
source = "wagner-group"
target = "tiani"
type = "supports"
status = "alleged"
note = "said by a herder"
marking = "TLP:RED"
evidence = [{ exact = "Tchiani spoke", credibility = 2 }]

[[actor]]
id = "amadou"
name = "Amadou"
type = "person"

[[relation]]
id = "r2"
source = "amadou"
target = "wagner-group"
type = "splinter-of"
evidence = ["Amadou left"]

[[event]]
id = "e1"
title = "The corps at the well"
date = "2013/2015"
type = "assault"
place = "gao"
actors = [{ actor = "wagner-group", role = "mediator" }]
fatalities = { min = 1 }
evidence = [{ exact = "holds the well", stance = "disputes" }]

[[place]]
id = "vain"
name = "In vain"
aliases = ["Niamey"]
"""
