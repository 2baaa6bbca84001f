from django.db import migrations, models
from django.db.models import Q


def name_roles(apps, schema_editor):
    """Whoever could look after everything is an administrator."""
    User = apps.get_model("accounts", "User")
    User.objects.filter(Q(is_staff=True) | Q(is_superuser=True)).update(role="administrator")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="role",
            field=models.CharField(
                choices=[(one, one) for one in ("reader", "moderator", "editor", "administrator")],
                default="reader",
                max_length=16,
            ),
        ),
        migrations.RunPython(name_roles, migrations.RunPython.noop),
        migrations.RemoveField(model_name="user", name="is_staff"),
        migrations.RemoveField(model_name="user", name="is_superuser"),
        migrations.AlterModelManagers(name="user", managers=[]),
    ]
