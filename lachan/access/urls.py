from django.urls import path

from lachan.access import views

app_name = "access"
urlpatterns = [
    path("dang-nhap", views.SignIn.as_view(), name="sign_in"),
    path("dang-xuat", views.SignOut.as_view(), name="sign_out"),
    path("nhat-ky", views.journal, name="journal"),
]
