"""Addresses of the shell, included by the project at the root."""

from django.urls import path

from lachan.interface import views

app_name = "interface"
urlpatterns = [
    path("giao-dien", views.set_theme, name="set_theme"),
    path("chuc-nang", views.menu, name="menu"),
    path("thanh-phan", views.components, name="components"),
]
