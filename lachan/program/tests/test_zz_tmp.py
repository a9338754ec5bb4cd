from lachan.program.tests.test_pages import *
def test_x(city, draft, sign_in):
    item=draft.items.get(data__field="period")
    form=form_of(item)
    sent={b.name:b.value() for b in form}
    print(sent)
    f=form_of(item,sent); print(f.is_valid(), f.errors, f.cleaned_data)
