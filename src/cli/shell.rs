//! `vigie completions` and `vigie man`: what a shell and a manual reader want to know, from the commands themselves.

use super::{
    args::{self, Completions},
    hall::Hall,
    stop::{Code, Done, Stop},
};

/// Words a shell completes, as a script on the standard output.
pub(super) fn completions(hall: &mut Hall, said: &Completions) -> Code {
    let mut script = Vec::new();
    clap_complete::generate(said.shell, &mut args::command(&hall.voice), "vigie", &mut script);
    hall.page.raw(&script);
    Code::Fine
}

/// The manual page, in the reader's language: the program, then each command.
pub(super) fn man(hall: &mut Hall) -> Done {
    let mut whole = args::command(&hall.voice);
    whole.build();
    let page = render(&whole).map_err(|error| Stop::input(error.to_string()))?;
    // The commands are in this one page: they have none of their own to be looked up.
    let page = String::from_utf8_lossy(&page).replace("vigie\\-", "vigie ").replace("(1)\n", "\n");
    hall.page.raw(page.as_bytes());
    Ok(Code::Fine)
}

fn render(whole: &clap::Command) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(whole.clone()).render(&mut page)?;
    for command in whole.get_subcommands() {
        let man = clap_mangen::Man::new(command.clone());
        page.extend_from_slice(format!(".SH VIGIE {}\n", command.get_name().to_uppercase()).as_bytes());
        man.render_description_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    Ok(page)
}
