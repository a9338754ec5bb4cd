from django.urls import path

from lachan.program.views import duties, plans, review

app_name = "program"
urlpatterns = [
    path("ke-hoach/", plans.plan_list, name="list"),
    path("ke-hoach/moi", plans.upload, name="upload"),
    path("ke-hoach/<int:pk>", plans.plan_page, name="plan"),
    path("ke-hoach/<int:pk>/ra-soat", review.review, name="review"),
    path("ke-hoach/<int:pk>/ra-soat/duyet-chac", review.accept_sure, name="accept_sure"),
    path("ke-hoach/<int:pk>/ra-soat/them/<slug:kind>", review.add, name="add"),
    path("ke-hoach/<int:pk>/ra-soat/bo-ban", review.discard, name="discard"),
    path("ke-hoach/<int:pk>/ra-soat/theo-doi", review.confirm, name="confirm"),
    path("ke-hoach/<int:pk>/ra-soat/<int:item>", review.item, name="item"),
    path("ke-hoach/<int:pk>/ra-soat/<int:item>/sua", review.correct, name="correct"),
    path("ke-hoach/<int:pk>/ra-soat/<int:item>/<slug:act>", review.decide, name="decide"),
    path("ke-hoach/<int:pk>/van-ban", plans.document, name="document"),
    path("ke-hoach/<int:pk>/tep", plans.file, name="file"),
    path("ke-hoach/<int:pk>/don-vi", duties.board, name="board"),
    path("ke-hoach/<int:pk>/don-vi/<int:duty>", duties.duty, name="duty"),
    path("ke-hoach/<int:pk>/don-vi/<int:duty>/tra-lai", duties.give_back, name="give_back"),
]
