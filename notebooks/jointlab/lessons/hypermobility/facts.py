"""The numbers of the lesson, as folded tables: lines, examiners, a flag's worth, what loose joints go together with."""

from collections.abc import Iterable, Mapping

from jointlab import sources
from jointlab.language import _
from jointlab.learn import Page
from jointlab.learn.facts import Row, found, many, source, table
from jointlab.lessons.hypermobility.cutoff_picture import PERTH_BOYS, PERTH_GIRLS
from jointlab.lessons.hypermobility.examiners_picture import PUBLISHED_ROWS
from jointlab.lessons.hypermobility.figures import OUTCOMES, SAME_PEOPLE, SAME_RULE
from jointlab.lessons.hypermobility.flags import QUESTIONNAIRE, SCREENING
from jointlab.models.evidence import beighton, diagnosis, effect_sizes, reliability
from jointlab.units import amount, fixed, fixed_amount, in_si, percent, read_in

BASE_RATES = (0.01, 0.05, 0.10, 0.30, 0.50, 0.80)
SINCE = {"child": _("framework of 2023"), "adult": _("criteria of 2017"), "older": _("criteria of 2017")}
SHORT = 2.0  # degrees that a joint is short of its mark, to see what an error of measuring does

# Rows of data/observations.csv, and what each is read in.
CLINIC_AND_OTHERS = (
    "questionnaire_sensitivity_clinic",
    "questionnaire_specificity_clinic",
    "questionnaire_sensitivity_second",
    "questionnaire_specificity_second",
    "questionnaire_sensitivity_pregnant",
    "questionnaire_specificity_pregnant",
)
# Crowd → what was printed of a test: its “false-positive rate”, its sensitivity, its specificity; and its base rate.
PREGNANT, AUSTRALIANS = _("pregnant women"), _("Australians")
PRINTED = {
    PREGNANT: ("questionnaire_false_positives_pregnant", *QUESTIONNAIRE["pregnant"]),
    AUSTRALIANS: ("beighton_false_positives", "beighton_flat_sensitivity", "beighton_flat_specificity"),
}
AMONG = {
    PREGNANT: sources.prevalence("sweden_pregnant_5").share,
    AUSTRALIANS: sources.observation("beighton_uppermost").value,
}
LOOSENESS = {
    "hypermobility_heritability": "%",
    "identical_twins_alike": "%",
    "other_twins_alike": "%",
    "cracker_laxity": "",
    "manipulation_correlation": "",
}


def nine() -> Page:
    """The nine tests of the Beighton score, and the lines by stage of life."""
    tests = (
        (
            _("little finger, left and right"),
            _("bends back {angle} or more").format(angle=amount(beighton.LITTLE_FINGER, "degrees")),
        ),
        (_("thumb, left and right"), _("touches the forearm (a gap of 0 cm)")),
        (
            _("elbow, left and right"),
            _("goes {angle} or more past straight").format(angle=amount(beighton.ELBOW, "degrees")),
        ),
        (
            _("knee, left and right"),
            _("goes {angle} or more past straight").format(angle=amount(beighton.KNEE, "degrees")),
        ),
        (_("palms"), _("lie flat on the floor (0 cm above it), knees straight")),
    )
    lines = [
        (
            _("line ({people})").format(people=words),
            _("{count} points or more ({since})").format(count=beighton.cut_off(stage), since=SINCE[stage]),
        )
        for stage, words in beighton.STAGES.items()
    ]
    return table((_("joint, or line"), _("what counts")), (*tests, *lines), _("The nine tests and the lines"))


def measured_short() -> Page:
    """How often a joint that is a little short of its mark scores, if measuring has an error."""
    rows = []
    for words, name in (
        (_("the best of twelve tests"), "angle_error_least"),
        (_("the worst of twelve tests"), "angle_error_most"),
    ):
        error = sources.observation(name)
        chance = float(beighton.chance_to_score(beighton.ELBOW - SHORT, beighton.ELBOW, error.value))
        rows.append(
            (
                words,
                fixed_amount(error.value, "degrees", 1),
                percent(chance),
                source(error),
            )
        )
    head = (
        _("test"),
        _("standard error"),
        _("a joint {angle} short scores all the same").format(angle=amount(SHORT, "degrees")),
        _("who measured"),
    )
    return table(head, rows)


def line_and_people() -> Page:
    """What moves a prevalence: the line, the sex, the study."""
    girls, boys = (
        {line: sources.prevalence(name) for line, name in rows.items()} for rows in (PERTH_GIRLS, PERTH_BOYS)
    )
    other_sex = _("boys of Perth in place of girls, line at {line}")
    pairs = [
        (_("the line from 4 to 6, girls of Perth"), girls[4], girls[6]),
        (_("the line from 4 to 6, boys of Perth"), boys[4], boys[6]),
        *((other_sex.format(line=line), girls[line], boys[line]) for line in (4, 6)),
        (
            _("girls of Bristol in place of girls of Perth, line at 6"),
            girls[6],
            sources.prevalence("bristol_girls_6"),
        ),
        (_("boys of Bristol in place of boys of Perth, line at 6"), boys[6], sources.prevalence("bristol_boys_6")),
    ]
    rows = [
        (what, percent(before.share, 1), percent(after.share, 1), fixed(before.share / after.share, 1))
        for what, before, after in pairs
    ]
    return table((_("what is changed"), _("before"), _("after"), _("divided by")), rows)


def agreement() -> Page:
    """How often two examiners agree, behind two published kappas."""
    rows = []
    for kappa, share in ((sources.observation(kappa), sources.observation(said)) for kappa, said in PUBLISHED_ROWS):
        raw = float(reliability.agreement(kappa.value, share.value))
        luck = float(reliability.chance_agreement(share.value))
        how = kappa.what.rpartition(", ")[2]
        rows.append((how, fixed(kappa.value, 2), percent(share.value), percent(raw), percent(luck), source(kappa)))
    head = (
        _("children"),
        _("kappa"),
        _("hypermobile"),
        _("they agree on (computed)"),
        _("by luck (computed)"),
        _("who measured"),
    )
    return _on_its_side(head, rows, _("Two published kappas, and what lies behind them"))


def _on_its_side(head: tuple[str, ...], rows: list[tuple[str, ...]], folded: str) -> Page:
    """A table of few rows with many columns, turned over: so it fits a phone."""
    across, *down = zip(head, *rows, strict=True)
    return table(across, down, folded)


def settings() -> Page:
    """One questionnaire in the settings of the explorer: what it was found to do, and what a flag is worth among the
    thousand people whom the explorer draws.
    """
    rows = []
    for setting, rates in SCREENING.presets.items():
        base_rate, *test = (amount(in_si(rate, "%"), "%") for rate in rates.values())
        rows.append((setting, base_rate, ", ".join(test), percent(SCREENING.preset(setting).ppv)))
    return table((_("setting"), _("base rate"), _("sensitivity, specificity"), _("of flags are right")), rows)


def base_rates() -> Page:
    """What a flag of the clinic's questionnaire is worth, where fewer or more people are hypermobile."""
    sensitivity, specificity = (sources.observation(name).value for name in QUESTIONNAIRE["clinic"])
    rows = []
    for rate in BASE_RATES:
        ppv = float(diagnosis.positive_predictive_value(rate, sensitivity, specificity))
        rows.append((percent(rate), percent(ppv)))
    head = (
        "base rate",
        _("flags that are right (sensitivity {sensitivity}, specificity {specificity})").format(
            sensitivity=percent(sensitivity), specificity=percent(specificity)
        ),
    )
    return table(head, rows)


def false_positives() -> Page:
    """Two printed “false-positive rates”, beside two shares that such a rate could be."""
    rows = []
    for crowd, names in PRINTED.items():
        said, sensitivity, specificity = map(sources.observation, names)
        base_rate = AMONG[crowd]
        wrong = 1 - float(diagnosis.positive_predictive_value(base_rate, sensitivity.value, specificity.value))
        shares = (base_rate, sensitivity.value, specificity.value, 1 - specificity.value, wrong)
        rows.append((crowd, percent(said.value), *(amount(share, "%", 3) for share in shares), source(said)))
    could_be = (_("of the others, so many are flagged"), _("of the flags, so many are wrong"))
    head = (
        _("crowd"),
        _("“false-positive rate”"),
        _("base rate"),
        _("sensitivity"),
        _("specificity"),
        *could_be,
        _("who"),
    )
    return _on_its_side(head, rows, _("The sums"))


def knees() -> Page:
    """What the odds ratio of knee pain means in people: the table that its published margins allow."""
    everybody, pain = sources.prevalence("bristol_all_6"), sources.observation("knee_pain_at_18")
    row = sources.association("knee_pain")
    loose, cases = everybody.share * everybody.n, pain.value * everybody.n
    middle, low, high = (
        effect_sizes.exposed_cases(ratio, loose, cases, everybody.n) for ratio in (row.value, row.low, row.high)
    )
    among, least, most = (fixed(read_in(both / loose, "%")) for both in (middle, low, high))
    others = fixed(read_in((cases - middle) / (everybody.n - loose), "%"))
    back = fixed(read_in(sources.observation("low_back_pain_at_18").value, "%"))
    return table(
        (_("at 18, in Bristol"), _("of 100")),
        (
            (
                _("knee pain, hypermobile people"),
                _("{value} ({low} to {high})").format(value=among, low=least, high=most),
            ),
            (_("knee pain, others"), others),
            (_("low back pain, everybody"), back),
        ),
        _("The same in people instead of odds"),
    )


def prevalences() -> Page:
    """The rows of the two charts of prevalence."""
    names = {name for groups in (SAME_PEOPLE, SAME_RULE) for rows in groups.values() for name in rows}
    rows = sorted(map(sources.prevalence, names), key=lambda row: (row.population, row.who, row.rule))
    cells = [(f"{row.population} ({row.who})", row.rule, _share(row), source(row)) for row in rows]
    return table((_("who"), _("rule"), _("hypermobile"), _("who counted")), cells, _("How many are hypermobile"))


def _share(row: sources.Prevalence) -> str:
    return ", ".join(filter(None, (found(row), many(row))))


def associations() -> Page:
    """The rows of the forest plot."""
    rows = [sources.association(name) for names in OUTCOMES.values() for name in names]
    cells = [(f"{row.outcome}, {row.who}", found(row), _people(row), source(row)) for row in rows]
    return table((_("what, and in whom"), _("odds ratio"), _("people"), _("who found it")), cells, _("Pain and injury"))


def tests_and_looseness() -> Page:
    """What is quoted of the questionnaire, of measuring, of twins and of those who crack."""
    rows = [(row.what, found(row, "%"), row) for row in map(sources.observation, CLINIC_AND_OTHERS)]
    swedes = sources.constant("swedish_hypermobility")
    apart = sources.observation("angle_ratings_apart")
    rows.append((apart.what, found(apart, "degrees"), apart))
    rows.append((_("Hypermobile people in Sweden, as one paper says in passing"), found(swedes, "%"), swedes))
    rows += [(row.what, found(row, unit), row) for row, unit in _observed(LOOSENESS)]
    cells = [(what, number, _people(row), source(row)) for what, number, row in rows]
    return table(
        (_("what"), _("found"), _("people"), _("who found it")), cells, _("Questionnaire, twins, and people who crack")
    )


def _people(row: Row) -> str:
    """How many stand behind a row, in a column that says so."""
    return fixed(row.n) if many(row) else ""


def _observed(units: Mapping[str, str]) -> Iterable[tuple[Row, str]]:
    return [(sources.observation(name), unit) for name, unit in units.items()]
