"""Equipment, what it is for, and materials of two site processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Dimension, Place, Row, Side, Start, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites import mapping, suppliers
from kgapp.services.sites.pair import Fit, Pair, Subject, spoken
from kgapp.services.sites.parts import Part, together

_Used = Mapping[Iri, tuple[Iri, ...]]
"""What is used, by the model or material it is of."""


def equipment(pair: Pair, step: Iri) -> Iterator[Row]:
    """Models used at both sites, then what is used at one only."""
    there, here = (_used(pair, step, place, KG.usesEquipment, KG.ofModel) for place in pair.places)
    for model in sorted(set(there) & set(here), key=pair.known.name):
        yield _same_model(pair, step, model, (there[model], here[model]))
    ours, theirs = (
        {one: used for one, used in each.items() if one not in other} for each, other in ((there, here), (here, there))
    )
    if ours and theirs:
        yield _exchanged(pair, step, Dimension.EQUIPMENT, (ours, theirs))
    else:
        yield from _one_sided(pair, step, Dimension.EQUIPMENT, (ours, theirs))


def functions(pair: Pair, step: Iri) -> Iterator[Row]:
    """What equipment is for: each factor of the step that a machine controls at a site, and what does so at the other."""
    used = [_used(pair, step, place, KG.usesEquipment, KG.ofModel) for place in pair.places]
    for factor in pair.factors[step]:
        found = tuple(_controlling(pair, factor, each) for each in used)
        if any(found):
            yield _function(pair, step, factor, (found[0], found[1]), (used[0], used[1]))


def materials(pair: Pair, step: Iri) -> Iterator[Row]:
    """Materials used at both sites, those that stand for each other, then the rest."""
    known = pair.known
    there, here = (_used(pair, step, place, KG.consumesMaterial, KG.ofMaterial) for place in pair.places)
    for material in sorted(set(there) & set(here), key=known.name):
        yield _same_material(pair, step, material, (there[material], here[material]))
    ours = {one: used for one, used in there.items() if one not in here}
    theirs = {one: used for one, used in here.items() if one not in there}
    for one in sorted(ours, key=known.name):
        other = next((each for each in sorted(theirs, key=known.name) if _stands_for(pair, one, each)), None)
        if other is not None:
            yield _exchanged(pair, step, Dimension.MATERIAL, ({one: ours.pop(one)}, {other: theirs.pop(other)}))
    yield from _one_sided(pair, step, Dimension.MATERIAL, (ours, theirs))


def _used(pair: Pair, step: Iri, place: Place, uses: Iri, of: Iri) -> dict[Iri, tuple[Iri, ...]]:
    known = pair.known
    found: dict[Iri, tuple[Iri, ...]] = {}
    for one in known.used(each for site_step in pair.site_steps(step, place) for each in known.things(site_step, uses)):
        kind = known.thing(one, of) or one
        found[kind] = (*found.get(kind, ()), one)
    return found


def _same_model(pair: Pair, step: Iri, model: Iri, machines: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> Row:
    known = pair.known
    word = _words(machines, lambda one: known.word(one, KG.qualificationStatus))
    recipe = _words(machines, lambda one: known.written(one, KG.recipeVersion))
    parts = (Part("qualification", *word), Part("recipe", *recipe, optional=True))
    state, meaning = together(pair, parts)
    sides = _sides(pair, machines, (KG.ofModel, KG.qualificationStatus, KG.recipeVersion), (word, recipe), model)
    subject = Subject(step, Dimension.EQUIPMENT, model, _bears(pair, (model,), KG.controlsFactor), _flat(machines))
    kind = ChangeKind.SOFTWARE if word[0] == word[1] else ChangeKind.REPLACEMENT
    return pair.row(subject, sides, state, meaning, Start(model, kind, pair.receiving.site.iri))


def _same_material(pair: Pair, step: Iri, material: Iri, used: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> Row:
    known = pair.known
    grade = _words(used, lambda one: known.written(one, KG.grade))
    status = _words(used, lambda one: known.word(one, KG.qualificationStatus))
    sold = (suppliers.names(pair, used), _each(used, lambda each: suppliers.parts(pair, each)))
    parts = (
        Part("grade", *grade),
        Part("qualification", *status),
        Part("supplier", *sold[0], optional=True),
        Part("part number", *sold[1], optional=True),
    )
    state, meaning = together(pair, parts)
    sides = _sides(pair, used, (KG.ofMaterial, KG.grade, KG.qualificationStatus), (grade, status, *sold), material)
    offered = tuple(pair.known.side("", suppliers.offerings(pair, each), *suppliers.READ).quads for each in used)
    sides = (Side(sides[0].text, sides[0].quads + offered[0]), Side(sides[1].text, sides[1].quads + offered[1]))
    subject = Subject(step, Dimension.MATERIAL, material, _bears(pair, (material,), KG.affectsFactor), _flat(used))
    start = Start(material, ChangeKind.SPECIFICATION, pair.receiving.site.iri, *(side.text for side in sides))
    meaning = _with_supply(pair, meaning, (material,), _flat(used))
    return pair.row(subject, sides, state, meaning, start)


def _exchanged(pair: Pair, step: Iri, dimension: Dimension, used: tuple[_Used, _Used]) -> Row:
    """Something is used in place of something else; whether it does the same is for the functions to say."""
    known = pair.known
    names = tuple(spoken(sorted(map(known.name, each))) for each in used)
    leaving = sorted(used[0], key=known.name)
    sides = (_listed(pair, used[0]), _listed(pair, used[1]))
    bears = KG.controlsFactor if dimension is Dimension.EQUIPMENT else KG.affectsFactor
    every = (*used[0], *used[1])
    subject = Subject(step, dimension, leaving[0], _bears(pair, every, bears), (*every, *_machines(used)))
    meaning = f"{names[1]} in place of {names[0]}."
    if dimension is Dimension.MATERIAL:
        meaning = _with_supply(pair, meaning, every, _machines(used))
    start = Start(leaving[0], ChangeKind.REPLACEMENT, pair.receiving.site.iri, *names)
    return pair.row(subject, sides, State.DIFFERS, meaning, start)


def _one_sided(pair: Pair, step: Iri, dimension: Dimension, used: tuple[_Used, _Used]) -> Iterator[Row]:
    known = pair.known
    bears = KG.controlsFactor if dimension is Dimension.EQUIPMENT else KG.affectsFactor
    for at, (place, other) in enumerate((pair.places, pair.places[::-1])):
        for one in sorted(used[at], key=known.name):
            side = _listed(pair, {one: used[at][one]})
            sides = (side, Side()) if at == 0 else (Side(), side)
            subject = Subject(step, dimension, one, _bears(pair, (one,), bears), used[at][one])
            if pair.fit(one, other) is Fit.LEFT_OUT:
                options = spoken(map(known.name, pair.bringing(one)))
                meaning = f"Belongs to “{options}”, chosen at {place.name}; {other.name} chose another option."
                yield pair.row(subject, sides, State.NOT_APPLICABLE, meaning, None)
            else:
                meaning = f"Used at {place.name}; nothing recorded at {other.name} stands for it."
                if dimension is Dimension.MATERIAL:
                    meaning = _with_supply(pair, meaning, (one,), used[at][one])
                yield pair.row(subject, sides, State.UNKNOWN, meaning, None)


def _with_supply(pair: Pair, meaning: str, materials: tuple[Iri, ...], used: tuple[Iri, ...]) -> str:
    """The meaning, with what happened to the supply and which know-how is about it."""
    return f"{meaning} {suppliers.events(pair, materials, used)}".strip()


def _controlling(pair: Pair, factor: Iri, used: _Used) -> tuple[Iri, ...]:
    known = pair.known
    return tuple(sorted(model for model in used if factor in known.things(model, KG.controlsFactor)))


def _function(
    pair: Pair, step: Iri, factor: Iri, models: tuple[tuple[Iri, ...], tuple[Iri, ...]], used: tuple[_Used, _Used]
) -> Row:
    known = pair.known
    sides = [known.side(spoken(map(known.name, each)), each, KG.controlsFactor) for each in models]
    subject = Subject(step, Dimension.FUNCTION, factor, pair.bears_on((factor,)), (*models[0], *models[1]))
    start = Start(factor, ChangeKind.VALUE, pair.receiving.site.iri)
    if all(models):
        name = known.name(factor)
        if models[0] == models[1]:
            return pair.row(subject, (sides[0], sides[1]), State.SAME, f"The same model controls {name}.", None)
        meaning = f"{sides[1].text} controls {name} in place of {sides[0].text}."
        return pair.row(subject, (sides[0], sides[1]), State.DIFFERS, meaning, start)
    at = 0 if models[0] else 1
    place, other = pair.places[at], pair.places[1 - at]
    models_there = [one for one in used[1 - at] if one not in used[at]]
    instead = (
        mapping.purpose(pair, factor),
        mapping.machines(pair, models_there, other),
        mapping.instead(pair, step, factor, other),
    )
    state, meaning = (
        State.UNKNOWN,
        f"{sides[at].text} controls it at {place.name}; no machine recorded at {other.name} does.",
    )
    controls = [one for one in known.that(KG.controls, factor) if pair.belongs(one, other)]
    if pair.fit(factor, other) is Fit.LEFT_OUT:
        state, meaning = (
            State.NOT_APPLICABLE,
            f"{sides[at].text} controls it at {place.name}; {other.name} chose another option. {' '.join(filter(None, instead))}",
        )
    elif controls:
        sides[1 - at] = known.side(spoken(map(known.name, controls)), controls, KG.controls, KG.statusAtSite)
        state = State.DIFFERS
        meaning = f"{sides[at].text} controls it at {place.name}; {other.name} has “{sides[1 - at].text}” for it."
    return pair.row(subject, (sides[0], sides[1]), state, meaning.strip(), start)


def _stands_for(pair: Pair, one: Iri, other: Iri) -> bool:
    """Whether one material is recorded as a substitute of the other, or both act on one factor."""
    known = pair.known
    if other in known.things(one, KG.substitutableBy) or one in known.things(other, KG.substitutableBy):
        return True
    return bool(set(known.things(one, KG.affectsFactor)) & set(known.things(other, KG.affectsFactor)))


def _bears(pair: Pair, things: Iterable[Iri], predicate: Iri) -> frozenset[Iri]:
    return pair.bears_on(factor for one in things for factor in pair.known.things(one, predicate))


def _each(used: tuple[tuple[Iri, ...], tuple[Iri, ...]], of: Callable[[tuple[Iri, ...]], str]) -> tuple[str, str]:
    return of(used[0]), of(used[1])


def _words(used: tuple[tuple[Iri, ...], tuple[Iri, ...]], of: Callable[[Iri], str]) -> tuple[str, str]:
    """One word for each side; nothing where one of several things lacks it."""
    ours, theirs = ({of(one) for one in each} for each in used)
    return _joined(ours), _joined(theirs)


def _joined(words: set[str]) -> str:
    return "" if "" in words else ", ".join(sorted(words))


def _sides(
    pair: Pair,
    used: tuple[tuple[Iri, ...], tuple[Iri, ...]],
    read: tuple[Iri, ...],
    told: tuple[tuple[str, str], ...],
    of: Iri,
) -> tuple[Side, Side]:
    name = pair.known.name(of)
    texts = [", ".join(each[at] for each in told if each[at]) or name for at in (0, 1)]
    return pair.known.side(texts[0], used[0], *read), pair.known.side(texts[1], used[1], *read)


def _listed(pair: Pair, used: _Used) -> Side:
    known = pair.known
    texts = []
    for kind in sorted(used, key=known.name):
        more = spoken(
            word
            for one in used[kind]
            for word in (known.written(one, KG.grade), known.word(one, KG.qualificationStatus))
        )
        texts.append(f"{known.name(kind)} ({more})" if more else known.name(kind))
    machines = [one for each in used.values() for one in each]
    return known.side(spoken(texts), machines, KG.ofModel, KG.ofMaterial, KG.grade, KG.qualificationStatus)


def _machines(used: tuple[_Used, _Used]) -> tuple[Iri, ...]:
    return tuple(one for each in used for machines in each.values() for one in machines)


def _flat(used: tuple[tuple[Iri, ...], tuple[Iri, ...]]) -> tuple[Iri, ...]:
    return (*used[0], *used[1])
