//! Digits typed without Shift on an AZERTY keyboard.

/// The digits meant by a text made only of the signs of the digit row (`à-"ç` is `0639`), else nothing.
pub fn azerty(text: &str) -> Option<String> {
    let digits: Option<String> = text.chars().filter(|c| !c.is_whitespace()).map(digit).collect();
    digits.filter(|digits| !digits.is_empty())
}

fn digit(sign: char) -> Option<char> {
    Some(match sign {
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' | '’' => '4',
        '(' => '5',
        '-' | '§' => '6',
        'è' => '7',
        '_' | '!' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}
