from django.urls import path

from lachan.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:code>", views.figure_page, name="figure"),
]
