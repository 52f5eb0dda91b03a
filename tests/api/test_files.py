"""Files through the API, as large as Django keeps on the disk while they arrive."""

from tests.dealers.test_add_photo import picture


def test_a_photo_that_waits_on_the_disk_is_taken(client, settings, ray, farrow):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100
    client.force_login(ray)
    said = {"photo": picture(), "taken_on": "2026-03-03", "reliability": "A", "validity": "1"}
    answer = client.post(f"/api/dealers/{farrow.pk}/add-photo/", said)
    assert answer.status_code == 201
