//! Workbooks in: the same list as three programs write it.

use proptest::prelude::*;
use vigie::{
    exchange::{
        proposal::{Skip, Unreadable, Verdict},
        setting::Setting,
        sheet::Workbook,
        source::Form,
    },
    sales::{fact::Value, money::Money},
};

use crate::exchange::{file, import, says, set, text};

const FILES: [(&str, Workbook); 3] =
    [("clients.xlsx", Workbook::Xlsx), ("clients.xls", Workbook::Xls), ("clients.ods", Workbook::Ods)];

#[test]
fn a_workbook_is_read_with_its_dates_numbers_and_values_of_formulas() {
    for (name, workbook) in FILES {
        let (rows, report) = import(&file(name), Setting::default()).unwrap();
        let Form::Sheet(sheet) = &report.file.form else { panic!("{name}: no sheet") };
        assert_eq!((sheet.workbook, &*sheet.name, &*sheet.others), (workbook, "Clients", &["Tarifs".to_owned()][..]));
        assert_eq!((report.counts.rows, report.counts.created, report.file.header), (4, 3, Some(3)), "{name}");
        assert_eq!(rows[0].verdict, Verdict::Skipped(Skip::AboveHeader), "{name}");
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 4, 5, 7], "{name}");
        assert_eq!(text(&rows[1], "contact.phone"), "+33639980001", "{name}");
        assert_eq!(text(&rows[1], "company.siret"), "00001010800017", "{name}");
        assert_eq!(set(&rows[1], "deal.amount"), Some(Value::Money(Money::ht(1_500_000))), "{name}");
        assert!(says(&rows[1], &["promised", "2027-01-05"]), "{name}");
        assert_eq!(set(&rows[2], "deal.amount"), Some(Value::Money(Money::ht(482_050))), "{name}");
        assert_eq!(text(&rows[2], "company.siret"), "73282932000074", "{name}");
        assert_eq!(text(&rows[2], "contact.postcode"), "01000", "{name}");
        assert_eq!(text(&rows[3], "contact.note"), "a", "{name}");
    }
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    for (name, _) in FILES {
        let of = |sheet| import(&file(name), Setting { sheet: Some(sheet), ..Setting::default() });
        assert!(of("clients").is_ok(), "{name}");
        assert!(matches!(of("TARIFS"), Err(Unreadable::NobodyInIt { .. })), "{name}");
        assert!(matches!(of("Prix"), Err(Unreadable::NoSuchSheet { sheets, .. }) if sheets == ["Clients", "Tarifs"]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Damaged anywhere, a workbook is refused or read, every row accounted for ([`import`] checks); never more.
    #[test]
    fn damaged_workbooks_come_to_an_end(
        which in 0..FILES.len(),
        marks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = file(FILES[which].0);
        let size = bytes.len();
        marks.iter().for_each(|(at, byte)| bytes[at.index(size)] = *byte);
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = import(&bytes, Setting::default());
    }
}
