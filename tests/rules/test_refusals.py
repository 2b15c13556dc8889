import pickle

from kairyluu.rules.refusals import Refused


class NotYourTurn(Refused):
    pass


class NotATelephone(Refused):
    pass


class NamedOtherwise(Refused):
    code = "out_of_turn"


def test_code_is_the_class_name_unless_given():
    assert (Refused.code, NotYourTurn.code, NamedOtherwise.code) == (
        "refused",
        "not_your_turn",
        "out_of_turn",
    )


def test_refusal_reads_well_in_a_log():
    assert str(NotYourTurn(facts={"state": "answered"})) == "not_your_turn (state='answered')"
    assert str(NotYourTurn()) == "not_your_turn"
    assert repr(NotYourTurn()) == "NotYourTurn(facts={})"


def test_refusals_with_the_same_facts_are_equal_and_hash_alike():
    one, same, other = (NotYourTurn(facts={"days": [n]}) for n in (1, 1, 2))

    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != NamedOtherwise(facts={"days": [1]})


def test_refusal_survives_the_way_between_processes():
    refusal = NotYourTurn(facts={"state": "answered"})

    assert pickle.loads(pickle.dumps(refusal)) == refusal
