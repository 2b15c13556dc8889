"""Only for builders: include it where DEMO is on, never in front of citizens."""

from django.urls import path

from kairyluu.design.gallery import views

app_name = "gallery"
urlpatterns = [
    path("", views.citizens, name="citizens"),
    path("desk/", views.desk, name="desk"),
]
