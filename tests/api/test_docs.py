"""The API told on a page: complete, offline, for whoever is signed in."""

import re

from tests.api.conftest import schema


def test_every_operation_stands_on_the_page(client, sal):
    client.force_login(sal)
    page = client.get("/api/docs/").content.decode()
    for operation in schema.get_all_operations():
        assert f'id="{operation.ok().definition.raw["operationId"]}"' in page


def test_every_link_within_the_page_leads_somewhere(client, sal):
    client.force_login(sal)
    page = client.get("/api/docs/").content.decode()
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_a_verb_outside_ones_roles_is_marked(client, pat):
    client.force_login(pat)
    page = client.get("/api/docs/").content.decode()
    assert re.search(r"download_copy</summary>", page)
    assert re.search(r'log_tie <span class="dmi-tag dmi-tag--draft">not in your roles', page)


def test_a_rule_is_told_in_the_services_own_words(client, sal):
    client.force_login(sal)
    page = client.get("/api/docs/").content.decode()
    assert "Refused: a dealer tied to itself, the same tie twice, a day to come, one first seen after" in page
    assert "supplies: Supplies; introduces: Introduces" in page


def test_nobody_reads_it_without_signing_in(client, db):
    assert client.get("/api/docs/")["Location"] == "/sign-in/?next=/api/docs/"


def test_nothing_on_it_comes_from_elsewhere(client, sal):
    client.force_login(sal)
    page = client.get("/api/docs/").content.decode()
    assert not re.search(r'(src|href)="https?:', page)
