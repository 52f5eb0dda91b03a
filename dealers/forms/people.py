"""A form that names people: found by what one types and added one by one, however many are on file."""

from dealers import search
from dealers.forms.fields import PeopleField
from dealers.models import Dealer
from dmi.forms import ActionForm


class NamingForm(ActionForm):
    dealers = PeopleField(Dealer.objects.none(), label="Who")

    MOST_SUGGESTED = 6
    LONGEST = 100  # letters, as in the box for everything
    words = ""
    found: tuple = ()  # search.Found, once `find` was asked

    def offer(self, officer):
        super().offer(officer)
        self.fields["dealers"].queryset = Dealer.objects.visible_to(officer)

    @classmethod
    def begun(cls, typed, officer):
        """What was typed so far, not yet checked: somebody still looks for people."""
        said = {
            name: typed.getlist(name) if name == "dealers" else typed[name] for name in cls.base_fields if name in typed
        }
        return cls(officer=officer, initial=said)

    def find(self, words):
        self.words = words[: self.LONGEST]
        self.found = tuple(search.suggested(self.words, self.officer)) if self.words else ()

    def named(self):
        """Whom the form names so far."""
        asked = [str(each) for each in self["dealers"].value() or []]
        return self.fields["dealers"].queryset.filter_ids(asked).with_names()

    def suggested(self):
        """Who was seen last: often it is one of them again."""
        people = Dealer.objects.visible_to(self.officer).with_names().with_last_entry(self.officer)
        return people.latest_first()[: self.MOST_SUGGESTED]
