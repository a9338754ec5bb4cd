from django.urls import path

from lachan.records.cases import views

app_name = "cases"
urlpatterns = [
    path("", views.case_list, name="list"),
    path("<str:code>", views.detail, name="detail"),
    path("<str:code>/bi-can/moi", views.new_accused, name="new_accused"),
    path("<str:code>/bi-can/<int:ordinal>/danh-tinh", views.accused_identity, name="accused_identity"),
    path("<str:code>/bi-hai/moi", views.new_victim_link, name="link_victim"),
]
