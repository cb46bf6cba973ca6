"""Rows of one worksheet of a cluster; each worksheet has its own two addresses."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from rest_framework.request import Request

from worksheets.api.base import ApiView, opened
from worksheets.api.conditions import accepts
from worksheets.api.parsing import Json, MergePatch, json_object
from worksheets.queries.tags import row_tag
from worksheets.services.errors import RowGone
from worksheets.services.typed_rows import (
    Written,
    add_typed_row,
    patch_typed_row,
    put_typed_row,
    remove_typed_row,
)
from worksheets.sheets.sheet import Sheet
from worksheets.sheets.typed import typed_cells


class RowsView(ApiView):
    """All rows of a worksheet."""

    sheet: Sheet

    def get(self, request: Request, cluster_id: int) -> HttpResponse:
        book = opened(request, cluster_id)[2]
        rows = book.plan.rows(self.sheet.row)
        data = {
            "worksheet": self.sheet.slug,
            "rows": [typed_cells(row) for row in rows],
            "titles": {row.key: book.plan.title(self.sheet.row, row.key) for row in rows},
            "etags": {row.key: row_tag(book, row) for row in rows},
        }
        return self.answer(request, data)

    def post(self, request: Request, cluster_id: int) -> HttpResponse:
        written = add_typed_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=self.sheet,
            cells=json_object(request),
        )
        return _written(self, request, cluster_id, written)


class RowView(ApiView):
    """One row."""

    sheet: Sheet
    parser_classes = [Json, MergePatch]

    def get(self, request: Request, cluster_id: int, key: str) -> HttpResponse:
        book = opened(request, cluster_id)[2]
        row = book.plan.get(self.sheet.row, key)
        if row is None:
            raise RowGone
        return self.answer(request, typed_cells(row), tag=row_tag(book, row))

    def put(self, request: Request, cluster_id: int, key: str) -> HttpResponse:
        written = put_typed_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=self.sheet,
            key=key,
            cells=json_object(request),
            accepts=lambda tag: accepts(request, tag),
        )
        return _written(self, request, cluster_id, written)

    def patch(self, request: Request, cluster_id: int, key: str) -> HttpResponse:
        written = patch_typed_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=self.sheet,
            key=key,
            cells=json_object(request),
            accepts=lambda tag: accepts(request, tag),
        )
        return _written(self, request, cluster_id, written)

    def delete(self, request: Request, cluster_id: int, key: str) -> HttpResponse:
        remove_typed_row(
            actor=request.user,
            cluster_id=cluster_id,
            sheet=self.sheet,
            key=key,
            accepts=lambda tag: accepts(request, tag),
        )
        return HttpResponse(status=204)


def _written(
    view: RowsView | RowView, request: Request, cluster_id: int, written: Written
) -> HttpResponse:
    """The row as stored; 201 with its address when it is new."""
    tag = row_tag(written.verdict.after, written.row)
    status = 201 if written.made else 200
    response = view.answer(request, typed_cells(written.row), status=status, tag=tag)
    if written.made:
        name = f"api:{view.sheet.slug}-row"
        response["Location"] = reverse(name, args=[cluster_id, written.row.key])
    return response
