"""Pages behind the wall. Who has no right here gets 404, not 403: even that a page exists is nobody's business."""
