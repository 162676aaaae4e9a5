"""The grammar of SPARQL 1.1 Query and Update (section 19.8) as rules, read once into a table for one look ahead.

Signs of numbers, ``()`` and ``[]`` are handled by the reader (``reading``): a sign is an operator, ``NIL`` and ``ANON`` are
one symbol. What a grammar cannot say (undeclared prefixes, ungrouped variables …) is looked at in ``problems``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kgapp.domain.sparql.words import AGGREGATES, ARGUMENTS

START: Final = "Text"
END: Final = "the end"

_RULES: Final = """
Text = Prologue (Query Values? | Updates?)
Updates = Update (';' Prologue Updates?)?
Prologue = (BASE IRIREF | PREFIX PNAME_NS IRIREF)*
Query = Select | Construct | Describe | Ask
Select = SelectClause Dataset* Where Modifiers
SubSelect = SelectClause Where Modifiers Values?
SelectClause = SELECT (DISTINCT | REDUCED)? Columns
Columns = Column Column* | '*'
Column = VAR | '(' Expression AS VAR ')'
Construct = CONSTRUCT (Template Dataset* Where Modifiers | Dataset* WHERE Template Modifiers)
Describe = DESCRIBE (VarOrIri VarOrIri* | '*') Dataset* Where? Modifiers
Ask = ASK Dataset* Where Modifiers
Dataset = FROM NAMED? Iri
Where = WHERE? Group
Modifiers = GroupBy? Having? OrderBy? Slice?
GroupBy = GROUP BY GroupCondition GroupCondition*
GroupCondition = Call | FunctionCall | '(' Expression (AS VAR)? ')' | VAR
Having = HAVING Constraint Constraint*
OrderBy = ORDER BY OrderCondition OrderCondition*
OrderCondition = (ASC | DESC) Bracketed | Constraint | VAR
Slice = Limit Offset? | Offset Limit?
Limit = LIMIT INTEGER
Offset = OFFSET INTEGER
Values = VALUES DataBlock
Update = Load | Clear | Create | Move | Insert | Delete | WITH Iri (Delete1 Insert1? | Insert1) Using* WHERE Group
Load = LOAD SILENT? Iri (INTO GraphRef)?
Clear = (CLEAR | DROP) SILENT? (GraphRef | DEFAULT | NAMED | ALL)
Create = CREATE SILENT? GraphRef
Move = (ADD | MOVE | COPY) SILENT? GraphOrDefault TO GraphOrDefault
Insert = INSERT (DATA Quads | Quads Using* WHERE Group)
Delete = DELETE (DATA Quads | WHERE Quads | Quads Insert1? Using* WHERE Group)
Delete1 = DELETE Quads
Insert1 = INSERT Quads
Using = USING NAMED? Iri
GraphOrDefault = DEFAULT | GRAPH? Iri
GraphRef = GRAPH Iri
Quads = '{' Triples? (GRAPH VarOrIri '{' Triples? '}' '.'? Triples?)* '}'
Template = '{' Triples? '}'
Triples = TriplesSame ('.' Triples?)?
Group = '{' (SubSelect | GroupBody) '}'
GroupBody = Block? (Pattern '.'? Block?)*
Block = TriplesSamePath ('.' Block?)?
Pattern = Group (UNION Group)* | OPTIONAL Group | MINUS Group | GRAPH VarOrIri Group | SERVICE SILENT? VarOrIri Group
 | FILTER Constraint | BIND '(' Expression AS VAR ')' | VALUES DataBlock
DataBlock = VAR '{' DataValue* '}' | (NIL | '(' VAR* ')') '{' (NIL | '(' DataValue* ')')* '}'
DataValue = Iri | Text1 | Figure | BOOLEAN | UNDEF
Constraint = Bracketed | Call | FunctionCall
FunctionCall = Iri Arguments
Arguments = NIL | '(' DISTINCT? Expression (',' Expression)* ')'
List = NIL | '(' Expression (',' Expression)* ')'
TriplesSame = Term Properties | Node Properties?
Properties = Verb Objects (';' (Verb Objects)?)*
Objects = Object (',' Object)*
Object = Term | Node
Verb = VAR | Iri | a
Node = '(' Object Object* ')' | '[' Properties ']'
TriplesSamePath = Term PropertiesPath | NodePath PropertiesPath?
PropertiesPath = VerbPath ObjectsPath (';' (VerbPath ObjectsPath)?)*
ObjectsPath = ObjectPath (',' ObjectPath)*
ObjectPath = Term | NodePath
VerbPath = VAR | Path
NodePath = '(' ObjectPath ObjectPath* ')' | '[' PropertiesPath ']'
Path = Sequence ('|' Sequence)*
Sequence = Element ('/' Element)*
Element = '^'? Primary1 ('?' | '*' | '+')?
Primary1 = Iri | a | '!' Negated | '(' Path ')'
Negated = NegatedOne | NIL | '(' NegatedOne ('|' NegatedOne)* ')'
NegatedOne = Iri | a | '^' (Iri | a)
Term = VAR | Iri | Text1 | Figure | BOOLEAN | BLANK | ANON | NIL
Expression = And ('||' And)*
And = Relation ('&&' Relation)*
Relation = Sum (('=' | '!=' | '<' | '>' | '<=' | '>=') Sum | IN List | NOT IN List)?
Sum = Product (('+' | '-') Product)*
Product = Unary (('*' | '/') Unary)*
Unary = '!' Primary | '+' Primary | '-' Primary | Primary
Primary = Bracketed | Call | Iri Arguments? | Text1 | NUMBER | INTEGER | BOOLEAN | VAR
Bracketed = '(' Expression ')'
Exists = EXISTS Group | NOT EXISTS Group
Figure = ('+' | '-')? (NUMBER | INTEGER)
Text1 = STRING (LANGTAG | '^^' Iri)?
VarOrIri = VAR | Iri
Iri = IRIREF | PNAME_LN | PNAME_NS
"""
_TOKEN: Final = re.compile(r"'[^']+'|\w+|[()|?*=]")
_AGGREGATE: Final = {
    "COUNT": "DISTINCT? ('*' | Expression)",
    "GROUP_CONCAT": "DISTINCT? Expression (';' SEPARATOR '=' STRING)?",
}

Stack = tuple[str, "Stack"] | None
"""Symbols still to come, the next one first; shared, never copied."""


@dataclass(frozen=True, slots=True)
class Table:
    """For each symbol that stands for others: what follows it, by the terminal that comes. ``nullable`` may be left out."""

    rows: dict[str, dict[str, tuple[str, ...]]]
    nullable: frozenset[str]

    def push(self, stack: Stack, symbols: tuple[str, ...]) -> Stack:
        """The stack with symbols put on it, the first on top."""
        for symbol in reversed(symbols):
            stack = (symbol, stack)
        return stack

    def take(self, stack: Stack, terminal: str) -> tuple[bool, Stack]:
        """What is to come after a terminal, and whether it can stand there."""
        while stack is not None:
            top, below = stack
            row = self.rows.get(top)
            if row is None:
                return top == terminal, below
            if terminal in row:
                stack = self.push(below, row[terminal])
            elif top in self.nullable:
                stack = below
            else:
                return False, stack
        return terminal == END, None

    def expected(self, stack: Stack) -> tuple[str, ...]:
        """The terminals that can come now, ``END`` among them where the text may end."""
        found: dict[str, None] = {}
        while stack is not None:
            top, stack = stack
            found.update(dict.fromkeys(self.rows.get(top, (top,))))
            if top not in self.nullable:
                return tuple(found)
        return (*found, END)


@cache
def table() -> Table:
    """The table of the grammar."""
    compiler = _Compiler()
    compiler.read(_RULES.replace("\n |", " |"))
    for name in sorted({*ARGUMENTS, *AGGREGATES}):
        compiler.read(f"Call{name} = {name} {_inside(name)}")
    compiler.read("Call = Exists | " + " | ".join(f"Call{name}" for name in sorted({*ARGUMENTS, *AGGREGATES})))
    return compiler.table()


def _inside(name: str) -> str:
    if name in AGGREGATES:
        return f"'(' {_AGGREGATE.get(name, 'DISTINCT? Expression')} ')'"
    least, most, _ = ARGUMENTS[name]
    if most == 0:
        return "NIL"
    if most > 9:
        return "List"
    optional = "".join("(',' Expression " for _ in range(most - max(least, 1))) + ")? " * (most - max(least, 1))
    needed = " ',' ".join(["Expression"] * max(least, 1))
    inside = f"'(' {needed} {optional} ')'"
    return f"(NIL | {inside})" if least == 0 else inside


class _Compiler:
    """Reads rules; groups, options and repetitions get symbols of their own."""

    def __init__(self) -> None:
        self._rules: dict[str, list[tuple[str, ...]]] = {}
        self._tokens: list[str] = []
        self._made = 0

    def read(self, rules: str) -> None:
        for rule in rules.strip().splitlines():
            name, _, body = rule.partition(" = ")
            self._tokens = [*_TOKEN.findall(body)][::-1]
            self._rules[name] = self._alternatives()

    def table(self) -> Table:
        nullable = self._nullable()
        first = {name: self._first(name, nullable, frozenset()) for name in self._rules}
        rows: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, bodies in self._rules.items():
            row = rows.setdefault(name, {})
            for body in bodies:
                for terminal in self._begins(body, nullable, first):
                    if terminal in row:
                        raise AssertionError(f"{name} is not decided by {terminal}")
                    row[terminal] = body
        return Table(rows, frozenset(nullable))

    def _alternatives(self) -> list[tuple[str, ...]]:
        bodies = [self._sequence()]
        while self._tokens and self._tokens[-1] == "|":
            self._tokens.pop()
            bodies.append(self._sequence())
        return bodies

    def _sequence(self) -> tuple[str, ...]:
        found: list[str] = []
        while self._tokens and self._tokens[-1] not in {"|", ")"}:
            symbol = self._symbol(self._tokens.pop())
            while self._tokens and self._tokens[-1] in {"?", "*"}:
                symbol = self._repeated(symbol, many=self._tokens.pop() == "*")
            found.append(symbol)
        return tuple(found)

    def _symbol(self, written: str) -> str:
        if written != "(":
            return written.strip("'") if written.startswith("'") else written
        bodies = self._alternatives()
        self._tokens.pop()
        return self._own(bodies)

    def _repeated(self, symbol: str, *, many: bool) -> str:
        name = self._own([])
        self._rules[name] = [(symbol, name) if many else (symbol,), ()]
        return name

    def _own(self, bodies: list[tuple[str, ...]]) -> str:
        self._made += 1
        name = f"part {self._made}"
        self._rules[name] = bodies
        return name

    def _nullable(self) -> set[str]:
        found: set[str] = set()
        while True:
            more = {name for name, bodies in self._rules.items() if any(found.issuperset(body) for body in bodies)}
            if more <= found:
                return found
            found |= more

    def _first(self, name: str, nullable: set[str], above: frozenset[str]) -> tuple[str, ...]:
        if name not in self._rules:
            return (name,)
        found: dict[str, None] = {}
        for body in self._rules[name]:
            for symbol in body:
                if symbol not in above:
                    found.update(dict.fromkeys(self._first(symbol, nullable, above | {name})))
                if symbol not in nullable:
                    break
        return tuple(found)

    def _begins(self, body: tuple[str, ...], nullable: set[str], first: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for symbol in body:
            found.update(dict.fromkeys(first.get(symbol, (symbol,))))
            if symbol not in nullable:
                break
        return tuple(found)
