from django.urls import path

from lachan.records.victims import views

app_name = "victims"
urlpatterns = [
    path("", views.victim_list, name="list"),
    path("moi", views.new, name="new"),
    path("<str:code>", views.detail, name="detail"),
    path("<str:code>/danh-tinh", views.identity, name="identity"),
]
