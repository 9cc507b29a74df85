//! Files in and out, whole files at a time.

use vigie::{
    exchange::{
        import::Import,
        known::Nobody,
        proposal::{Proposal, Unreadable},
        report::Report,
        setting::Setting,
    },
    sales::entity::{Entity, Id, Kind},
};

/// Reads a file into an empty portfolio; ids count up from 100,000.
fn import(bytes: &[u8], setting: Setting) -> Result<(Vec<Proposal>, Report), Unreadable> {
    let mut last = 100_000;
    let mut births = |kind: Kind| {
        last += 1;
        Entity::known(kind, Id(last))
    };
    let mut import = Import::open(bytes, setting, &Nobody, &mut births)?;
    let proposals: Vec<Proposal> = import.by_ref().collect();
    let report = import.report().clone();
    assert!(report.counts.balance(), "{:?}", report.counts);
    assert_eq!(report.counts.rows, proposals.len() as u64);
    Ok((proposals, report))
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn show() {
    for name in ["excel_fr_semicolon_cp1252.csv","google_contacts_new_format.csv","hubspot_contacts.csv","hubspot_deals.csv","outlook_contacts_en_headers_cp1252.csv","pipedrive_people_deals_import_vocabulary.csv","salesforce_leads.csv"] {
        println!("======== {name}");
        match import(&file(name), Setting { file: name, ..Setting::default() }) {
            Err(e) => println!("{e:?}"),
            Ok((proposals, report)) => {
                println!("{:?} {:?} {:?}", report.file.encoding, report.file.separator, report.file.columns.iter().map(|(h,k,p)| format!("{h}={k}{}", p.unwrap_or(""))).collect::<Vec<_>>());
                println!("{:?}", report.counts);
                for p in proposals {
                    println!("-- {} {:?}", p.line, p.verdict);
                    for s in p.statements { println!("   {}", serde_json::to_string(&s).unwrap()); }
                    for f in p.findings { println!("   ! {} {:?}", f.column, f.kind); }
                }
            }
        }
    }
}
