from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('enrich', '0004_made_of_articles'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='made',
            options={'verbose_name_plural': 'made'},
        ),
        migrations.AlterModelOptions(
            name='writtensummary',
            options={'verbose_name_plural': 'written summaries'},
        ),
    ]
