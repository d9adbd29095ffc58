"""The envelope and the pointers that both documents share."""

import json

from chatserver.documents import answers
from rooms.chat.posting import Posted
from web.wire import Trouble, encode_result, encode_trouble


def test_an_answer_is_ok_and_the_result_itself() -> None:
    ok, result = answers.answer(Posted)["allOf"]
    said = json.loads(encode_result(Posted(message_id="m", seq=1, posted_at=2)))
    assert said["ok"] is ok["properties"]["ok"]["const"]
    posted = answers.all_schemas()[result["$ref"].rpartition("/")[2]]
    assert {"ok", *posted["required"]} == said.keys()


def test_a_refusal_is_not_ok_and_says_why() -> None:
    schemas = answers.all_schemas()
    said = json.loads(encode_trouble(Trouble(code="muted", message="Words.")))
    assert set(schemas[answers.REFUSED]["required"]) == said.keys()
    assert set(schemas["Trouble"]["required"]) == said["error"].keys()


def test_pointers_are_found_at_any_depth() -> None:
    document = {"a": [{"$ref": "#/x"}, {"b": {"$ref": "#/y"}}], "c": 1}
    assert list(answers.pointers(document)) == ["#/x", "#/y"]


def test_schemas_stand_in_order() -> None:
    names = list(answers.all_schemas())
    assert names == sorted(names)
