"""Numbers and units of siunitx, as LaTeX: `\\qty{9.81}{\\metre\\per\\second\\squared}`, `\\num{1e-5}`, `\\ang{45}`."""

from triptych.patterns import late

_PREFIXES = {
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n",
    "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "deka": "da", "hecto": "h", "kilo": "k",
    "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R",
    "quetta": "Q", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg", "ampere": "A", "kelvin": "K",
    "mole": "mol", "candela": "cd", "becquerel": "Bq", "celsius": "°C", "degreeCelsius": "°C", "coulomb": "C",
    "farad": "F", "gray": "Gy", "hertz": "Hz", "henry": "H", "joule": "J", "katal": "kat", "lumen": "lm", "lux": "lx",
    "newton": "N", "ohm": "Ω", "pascal": "Pa", "radian": "rad", "siemens": "S", "sievert": "Sv", "steradian": "sr",
    "tesla": "T", "volt": "V", "watt": "W", "weber": "Wb", "astronomicalunit": "au", "bel": "B", "dalton": "Da",
    "day": "d", "decibel": "dB", "electronvolt": "eV", "hectare": "ha", "hour": "h", "litre": "L", "liter": "L",
    "minute": "min", "neper": "Np", "tonne": "t", "arcminute": "′", "arcsecond": "″", "degree": "°",
    "percent": r"\%", "bar": "bar", "angstrom": "Å", "atomicmassunit": "u", "barn": "b", "knot": "kn",
    "mmHg": "mmHg", "nauticalmile": "M", "bit": "bit", "byte": "B", "molar": "M", "year": "a",
}  # fmt: skip
_SHORT = {
    "m": "m", "s": "s", "g": "g", "mol": "mol", "A": "A", "K": "K", "N": "N", "Pa": "Pa", "J": "J", "W": "W", "V": "V",
    "Hz": "Hz", "L": "L", "l": "l", "eV": "eV", "F": "F", "H": "H", "C": "C", "T": "T", "ohm": "Ω",
}  # fmt: skip
_SHORT_PREFIXES = {mark: mark for mark in "kmnpfcdMGT"} | {"u": "µ"}
_OTHER_SHORT = {"mmHg": "mmHg", "dB": "dB", "min": "min", "kWh": "kWh", "h": "h"}
_POWERS = {"square": "2", "cubic": "3"}
_RAISED = {"squared": "2", "cubed": "3"}
_CLOSE = frozenset(("°", "′", "″"))
"""What stands right behind its number; a degree Celsius does not."""
_PART = late(r"\\([A-Za-z]+)(?:\s*\{([^{}]*)\})?|\^\{?([^{}\s]*)\}?|_\{?([^{}\s]*)\}?|([.~])|([^\\^_.~]+)")
_NUMBER = late(r"([<>=~≈]?)([+\-−]?)([0-9.,]*)(?:\(([0-9.,]+)\))?(?:(?:\+-|\\pm)([0-9.,]+))?(?:[eEdD]([+\-−]?[0-9]+))?")


def quantity(name: str, parts: tuple[str, ...]) -> str:
    """What a command of siunitx says, as LaTeX. `parts` are its arguments; what is not understood stays as it is."""
    match name:
        case "num":
            return number(parts[0])
        case "si" | "unit":
            return unit(parts[0])
        case "ang":
            return _angle(parts[0])
        case "numrange":
            return f"{number(parts[0])}\\text{{–}}{number(parts[1])}"
        case "SIrange" | "qtyrange":
            return f"{_with_unit(number(parts[0]), parts[2])}\\text{{–}}{_with_unit(number(parts[1]), parts[2])}"
        case "numlist":
            return _listed([number(part) for part in parts[0].split(";")])
        case "SIlist" | "qtylist":
            return _listed([_with_unit(number(part), parts[1]) for part in parts[0].split(";")])
        case _:
            return _with_unit(number(parts[0]), parts[1])


ARGUMENTS = {
    "num": 1, "si": 1, "unit": 1, "ang": 1, "numrange": 2, "SIrange": 3, "qtyrange": 3, "numlist": 1, "SIlist": 2,
    "qtylist": 2, "SI": 2, "qty": 2,
}  # fmt: skip
"""How many arguments each command takes."""


def number(text: str) -> str:
    """A number: `1e-5` is a power of ten, `1.2(3)` and `1 +- 2` have their uncertainty."""
    match = _NUMBER.fullmatch("".join(text.split()))
    if match is None or not text.strip():
        return text.replace("+-", r"\pm ")
    sign = "-" if match[2] in ("-", "−") else match[2]
    digits = match[3]
    said = f"{match[1]}{sign}{_grouped(digits)}{f'({match[4]})' if match[4] else ''}{_uncertain(match[5])}"
    if not match[6]:
        return said
    power = f"10^{{{match[6].replace('−', '-').removeprefix('+')}}}"
    said = f"({said})" if match[5] else said
    return f"{said} \\times {power}" if digits else f"{sign}{power}"


def _uncertain(text: str | None) -> str:
    return f" \\pm {text}" if text else ""


def _grouped(digits: str) -> str:
    """The digits in threes where there are five of them or more before the point."""
    whole, point, rest = digits.partition("." if "." in digits else ",")
    if len(whole) < 5:
        return digits
    start = len(whole) % 3
    threes = [whole[:start], *(whole[k : k + 3] for k in range(start, len(whole), 3))]
    return "\\,".join(part for part in threes if part) + point + rest


def _angle(text: str) -> str:
    """Degrees, minutes and seconds."""
    marks = ("°", "'", "''") if "'" not in text else ("°", "", "")
    return "".join(f"{part.strip()}{mark}" for part, mark in zip(text.split(";"), marks, strict=False) if part.strip())


def _listed(parts: list[str]) -> str:
    return ",\\ ".join(parts)


def _with_unit(said: str, written: str) -> str:
    found = unit(written)
    close = any(found.startswith(f"\\mathrm{{{mark}}}") for mark in _CLOSE)
    return f"{said}{'' if close or not said or not found else chr(92) + ','}{found}"


def unit(written: str) -> str:
    """A unit as LaTeX: its names as symbols with their powers, `\\per` as a negative one; others as they are."""
    out: list[str] = []
    prefix, power, minus = "", "", False
    for match in _PART.finditer(written):
        name, argument = match[1], match[2]
        if name == "per":
            minus = True
        elif name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name in _POWERS or name == "raiseto":
            power = _POWERS.get(name, argument or "")
        elif name in _RAISED or name == "tothe":
            _raise(out, _RAISED.get(name, argument or ""))
        elif name in ("of", "qualifier"):
            out.append(f"_{{\\mathrm{{{argument or ''}}}}}")
        elif match[3] is not None:
            _raise(out, match[3])
        elif match[4] is not None:
            out.append(f"_{{{match[4]}}}")
        elif match[5]:
            continue
        elif symbol := _symbol(name or "", argument, (match[6] or "").strip(), prefix):
            out += [*([r"\,"] if out else []), f"\\mathrm{{{symbol}}}"]
            if minus or power:
                out.append(f"^{{{'-' if minus else ''}{power or '1'}}}")
            prefix, power, minus = "", "", False
    return "".join(out)


def _symbol(name: str, argument: str | None, text: str, prefix: str) -> str:
    """The symbol of one unit: by its name, by its short name, or as it is written."""
    if not name:
        return prefix + text
    if name in _UNITS:
        return prefix + _UNITS[name]
    if name in _OTHER_SHORT:
        return _OTHER_SHORT[name]
    if name in _SHORT:
        return prefix + _SHORT[name]
    first, rest = name[:1], name[1:]
    if first in _SHORT_PREFIXES and rest in _SHORT:
        return _SHORT_PREFIXES[first] + _SHORT[rest]
    return f"{prefix}\\{name}{'{' + argument + '}' if argument else ' '}"


def _raise(out: list[str], power: str) -> None:
    """Give a power to the last unit: to what is below a line, the negative of it."""
    if out and out[-1] == "^{-1}":
        out[-1] = f"^{{-{power}}}"
    elif out:
        out.append(f"^{{{power}}}")
