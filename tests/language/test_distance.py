from sla_drafter.language.distance import alike, nearest


def test_a_slip_of_the_hand_is_understood() -> None:
    assert nearest("duty_manger", ("service_level_manager", "duty_manager", "platform_lead"))[0] == "duty_manager"


def test_capitals_and_hyphens_are_no_difference() -> None:
    assert nearest("Calendar-Month", ("calendar_month", "calendar_quarter"))[0] == "calendar_month"
    assert nearest("duty manager", ("Duty_Manager", "duty-manager", "x")) == ("Duty_Manager", "duty-manager")


def test_of_those_equally_near_the_one_of_the_same_letters_is_meant() -> None:
    assert nearest("GPB", ("PAB", "GBP", "GMD"), limit=1) == ("GBP",)


def test_what_is_far_from_everything_has_no_neighbour() -> None:
    assert nearest("zebra", ("duty_manager", "platform_lead")) == ()
    assert nearest("zebra", ()) == ()


def test_no_more_neighbours_are_named_than_asked_for() -> None:
    names = tuple(f"metric_{number}" for number in range(9))
    assert len(nearest("metric", names)) == 3
    assert len(nearest("metric", names, limit=1)) == 1


def test_how_alike_two_words_are_goes_by_their_letters_alone() -> None:
    assert alike("Business-Days", "business days") == 1
    assert alike("hors", "hours") > alike("leads", "years")
