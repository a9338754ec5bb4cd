from django.urls import path

from lachan.procedures import views
from lachan.procedures.calculator import calculator

app_name = "procedures"
urlpatterns = [
    path("tim", views.search, name="search"),
    path("tinh-thoi-han", calculator, name="calculator"),
    path("<str:code>", views.record, name="record"),
    path("<str:code>/buoc/<int:pk>/rut", views.withdraw, name="withdraw"),
    path("<str:code>/buoc/<slug:step>", views.step, name="step"),
]
