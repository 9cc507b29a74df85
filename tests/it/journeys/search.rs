//! The one box.

use vigie::sales::entity::Kind;

use super::seat;

#[test]
fn the_box_finds_people_without_accents_by_number_and_by_wish() {
    let mut seat = seat();
    for typed in ["clefevre", "c0639980001", "c980001", "cmarie menui"] {
        seat.keys(typed);
        assert!(seat.shows("Marie Lefèvre  Menuiserie Lefèvre"), "{typed}: {}", seat.screen());
        seat.keys("<esc>");
    }
    seat.keys("cdevis");
    assert!(seat.shows("> devis envoyé"));
    seat.keys("<esc>cZoé Martin, 06 39 98 00 02<end>");
    assert!(seat.shows("+ Créer « Zoé Martin, 06 39 98 00 02 »"));
    seat.keys("<enter><enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 2);
    assert!(seat.shows("Zoé Martin"));
}
