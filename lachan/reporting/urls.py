from django.urls import path

from lachan.reporting import views

app_name = "reporting"
urlpatterns = [
    path("", views.index, name="index"),
    path("moi", views.start, name="start"),
    path("<int:pk>", views.composer, name="composer"),
    path("<int:pk>/muc/<str:section>", views.write, name="write"),
    path("<int:pk>/so-lieu", views.refresh, name="refresh"),
    path("<int:pk>/the-thuc", views.head, name="head"),
    path("<int:pk>/tai-ve.docx", views.download, name="download"),
]
