//! Starts Vigie; everything is in the library.

fn main() -> std::process::ExitCode {
    vigie::cli::run(std::env::args_os())
}
