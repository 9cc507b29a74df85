//! Copying by OSC 52: the terminal does it, so it works over SSH. tmux passes it on only with `set-clipboard on`.

use crossterm::{Command, clipboard::CopyToClipboard};

/// What terminals take at most.
const LONGEST: usize = 54_000;

/// The bytes that put a text into the clipboard; the end of a very long text is left out.
pub fn bytes(text: &str) -> Vec<u8> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut sequence = String::new();
    match CopyToClipboard::to_clipboard_from(&text[..end]).write_ansi(&mut sequence) {
        Ok(()) => sequence.into_bytes(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_wrapped_so_that_nothing_in_it_can_command_the_terminal() {
        assert_eq!(bytes("06 39 98 00 01\x1b[2J"), b"\x1b]52;c;MDYgMzkgOTggMDAgMDEbWzJK\x1b\\");
    }

    #[test]
    fn a_very_long_text_is_cut_between_letters() {
        assert!(bytes(&"é".repeat(60_000)).len() < 75_000);
    }
}
