from django.urls import path

from lachan.records.tips import views

app_name = "tips"
urlpatterns = [
    path("", views.tip_list, name="list"),
    path("moi", views.new, name="new"),
    path("<str:code>", views.detail, name="detail"),
    path("<str:code>/noi-dung", views.content, name="content"),
    path("<str:code>/nguoi-bao-tin", views.informant, name="informant"),
]
