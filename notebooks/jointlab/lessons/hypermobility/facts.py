"""The printed numbers of the lesson: lines, examiners, a flag's worth, and what loose joints go together with."""

from jointlab import sources
from jointlab.learn.facts import source, told
from jointlab.lessons.hypermobility.cutoff_picture import PERTH_BOYS, PERTH_GIRLS
from jointlab.lessons.hypermobility.examiners_picture import PUBLISHED_ROWS
from jointlab.lessons.hypermobility.figures import OUTCOMES, SAME_PEOPLE, SAME_RULE
from jointlab.lessons.hypermobility.flags import QUESTIONNAIRE, SCREENING
from jointlab.models.evidence import beighton, diagnosis, effect_sizes, reliability
from jointlab.units import amount, fixed, in_si, percent, read_in

BASE_RATES = (0.01, 0.05, 0.10, 0.30, 0.50, 0.80)


def print_nine() -> None:
    """The nine tests of the Beighton score, and the lines by stage of life."""
    for joint, test in {
        "little finger, left and right": f"bends back {amount(beighton.LITTLE_FINGER, 'degrees')} or more",
        "thumb, left and right": "touches the forearm",
        "elbow, left and right": f"goes {amount(beighton.ELBOW, 'degrees')} or more past straight",
        "knee, left and right": f"goes {amount(beighton.KNEE, 'degrees')} or more past straight",
        "palms": "lie flat on the floor, knees straight",
    }.items():
        print(f"{joint}: {test}")
    lines = "; ".join(f"{words}: {beighton.cut_off(stage)}" for stage, words in beighton.STAGES.items())
    print(f"line of 2017, points or more: {lines}")


def print_elbow(angle: float = 8.0) -> None:
    """How often an elbow of a true `angle` (degrees) scores, if measuring has an error."""
    for name in ("angle_error_least", "angle_error_most"):
        error = sources.observation(name).value
        chance = float(beighton.chance_to_score(angle, beighton.ELBOW, error))
        print(
            f"an elbow that goes {amount(angle, 'degrees')} past straight, standard error {fixed(error, 1)} degrees: "
            f"measured as {amount(beighton.ELBOW, 'degrees')} or more {percent(chance)} of the time"
        )


def print_line_and_people() -> None:
    """What moves a prevalence: the line, the sex, the study."""
    girls, boys = (
        {line: sources.prevalence(name) for line, name in rows.items()} for rows in (PERTH_GIRLS, PERTH_BOYS)
    )
    for at in (girls, boys):
        shares = f"{percent(at[4].share, 1)} to {percent(at[6].share, 1)}"
        print(f"{at[4].population}, line from 4 to 6: {shares}, {_fewer(at[4], at[6])}")
    for line in (4, 6):
        print(f"line at {line}, boys for girls: {_fewer(girls[line], boys[line])}")
    for who, perth, bristol in (("girls", girls, "bristol_girls_6"), ("boys", boys, "bristol_boys_6")):
        fewer = _fewer(perth[6], sources.prevalence(bristol))
        print(f"line at 6, {who} of Bristol for {who} of Perth: {fewer}")


def _fewer(many: sources.Prevalence, few: sources.Prevalence) -> str:
    return f"{fixed(many.share / few.share, 1)} times fewer"


def print_agreement() -> None:
    """How often two examiners agree, behind two published kappas."""
    for kappa, share in ((sources.observation(kappa), sources.observation(said)) for kappa, said in PUBLISHED_ROWS):
        raw = float(reliability.agreement(kappa.value, share.value))
        luck = float(reliability.chance_agreement(share.value))
        print(
            f"kappa {fixed(kappa.value, 2)}, {percent(share.value)} hypermobile: they agree on {percent(raw)} of the "
            f"children; luck alone gives {percent(luck)} [{source(kappa)}]"
        )


def print_settings() -> None:
    """One questionnaire in the settings of the explorer: what it was found to do, and what a flag is worth among the
    thousand people whom the explorer draws.
    """
    for setting, rates in SCREENING.presets.items():
        shares = {name: in_si(rate, "%") for name, rate in rates.items()}
        in_words = ", ".join(f"{name.replace('_', ' ')} {amount(share, '%')}" for name, share in shares.items())
        print(f"{setting.lower()}: {in_words}: {percent(SCREENING.preset(setting).ppv)} of flags are right")


def print_base_rates() -> None:
    """What a flag of the clinic's questionnaire is worth, where fewer or more people are hypermobile."""
    sensitivity, specificity = (sources.observation(name).value for name in QUESTIONNAIRE["clinic"])
    print(f"sensitivity {percent(sensitivity)}, specificity {percent(specificity)}")
    for rate in BASE_RATES:
        ppv = float(diagnosis.positive_predictive_value(rate, sensitivity, specificity))
        print(f"base rate {percent(rate)}: {percent(ppv)} of flags are right")


def print_knees() -> None:
    """What the odds ratio of knee pain means in people: the table that its published margins allow."""
    everybody, pain = sources.prevalence("bristol_all_6"), sources.observation("knee_pain_at_18")
    ratio = sources.association("knee_pain").value
    loose, cases = everybody.share * everybody.n, pain.value * everybody.n
    both = effect_sizes.exposed_cases(ratio, loose, cases, everybody.n)
    print(f"knee pain at 18: {fixed(read_in(both / loose, '%'))} of 100 hypermobile people,", end=" ")
    print(f"{fixed(read_in((cases - both) / (everybody.n - loose), '%'))} of 100 others")
    print(f"low back pain at 18: {fixed(read_in(sources.observation('low_back_pain_at_18').value, '%'))} of 100 people")


def print_prevalence() -> None:
    """One line per row of the two charts of prevalence."""
    for name in sorted({name for groups in (SAME_PEOPLE, SAME_RULE) for rows in groups.values() for name in rows}):
        print(told(sources.prevalence(name)))


def print_associations() -> None:
    """One line per row of the forest plot of knees and backs."""
    for names in OUTCOMES.values():
        for name in names:
            print(told(sources.association(name)))
